using Storefront.Checkout;
using Storefront.Hosting;

namespace Storefront.Pages;

/// <summary>The checkout: address book, form and receipt.</summary>
internal static class CheckoutPage
{
    internal static Page Write(Session session, CheckoutForm form, FieldErrors errors) =>
        new(
            errors.IsEmpty ? "Checkout" : "Please check the form",
            Html.Of(
                $"""
                <h1>Checkout</h1>
                {Summary(errors)}
                <div class="columns">
                <form method="post" action="/checkout" class="checkout" novalidate>
                {Page.Token(session)}
                <button class="enter" type="submit" tabindex="-1" aria-hidden="true">Pay</button>
                <fieldset class="book">
                <legend>Your addresses</legend>
                {AddressBook.Entries.Select(entry => Entry(entry, form))}
                </fieldset>
                {FormFields.Write(form, errors)}
                <button class="main" type="submit">Pay with Kredivo</button>
                </form>
                <aside>
                <h2>Your order</h2>
                {Receipt.Of(session.Cart)}
                </aside>
                </div>
                """
            )
        )
        {
            Status = errors.IsEmpty
                ? StatusCodes.Status200OK
                : StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>
    /// Sends the form as it is, and gets it back with this address. The hidden button before it is the one that the
    /// Enter key presses, which would otherwise be this one.
    /// </summary>
    private static Html Entry(KnownAddress entry, CheckoutForm form)
    {
        var isChosen = form.With(entry) == form;
        return Html.Of(
            $"""
            <button type="submit" name="use" value="{entry.Name}" aria-pressed="{(
                isChosen ? "true" : "false"
            )}">
            <strong>{entry.Label}</strong> <span>{entry.Address}, {entry.City} {entry.PostalCode}</span>
            </button>
            """
        );
    }

    private static Html Summary(FieldErrors errors) =>
        errors.IsEmpty
            ? Html.None
            : Html.Of(
                $"""
                <div class="alert" role="alert">
                <p>Nothing was ordered yet. Please look at:</p>
                <ul>
                {errors.Fields.Select(field =>
                    Html.Of($"<li><a href=\"#{field.Name}\">{field.Label}</a></li>")
                )}
                {errors.Others.Select(words => Html.Of($"<li>{words}</li>"))}
                </ul>
                </div>
                """
            );
}
