using Storefront.Checkout;
using Storefront.Goods;
using Storefront.Hosting;

namespace Storefront.Pages;

/// <summary>The form for name and address, with the contract's errors beside the fields.</summary>
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
                {CheckoutField.All.Select(field => Field(field, form, [.. errors.Of(field)]))}
                <button class="main" type="submit">Pay with Kredivo</button>
                </form>
                <aside>
                <h2>Your order</h2>
                <ul class="receipt">{session.Cart.Lines.Select(Line)}</ul>
                <p class="total">Total <strong>{Rupiah.Write(session.Cart.Total)}</strong></p>
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

    private static Html Line(CartLine line) =>
        Html.Of(
            $"<li><span>{line.Quantity} × {line.Product.Name}</span> <span>{Rupiah.Write(line.Sum)}</span></li>"
        );

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

    private static Html Field(CheckoutField field, CheckoutForm form, string[] errors)
    {
        var isWrong = errors.Length > 0;
        var described = isWrong ? $"{field.Name}-error {field.Name}-hint" : $"{field.Name}-hint";
        var words = errors.Select(error => Html.Of($"<p>{error}</p>"));
        return Html.Of(
            $"""
            <div class="field{(isWrong ? " wrong" : "")} {field.Name}">
            <label for="{field.Name}">{field.Label}</label>
            {Input(field, form[field.Name], Attributes(described, isWrong))}
            {(
                isWrong
                    ? Html.Of($"<div class=\"error\" id=\"{field.Name}-error\">{words}</div>")
                    : Html.None
            )}
            <p class="hint" id="{field.Name}-hint">{field.Hint}</p>
            </div>
            """
        );
    }

    private static Html Attributes(string described, bool isWrong) =>
        isWrong
            ? Html.Of($"""aria-describedby="{described}" aria-invalid="true" """)
            : Html.Of($"""aria-describedby="{described}" """);

    private static Html Input(CheckoutField field, string typed, Html attributes) =>
        field.Name == CheckoutField.Country
            ? Html.Of(
                $"""
                <select id="{field.Name}" name="{field.Name}" autocomplete="{field.Autocomplete}" {attributes}>
                {CheckoutField.Countries.Select(country =>
                    Option(country.Code, country.Name, typed)
                )}
                </select>
                """
            )
            : Html.Of(
                $"""<input id="{field.Name}" name="{field.Name}" type="{field.InputType}" value="{typed}" autocomplete="{field.Autocomplete}" {attributes}>"""
            );

    private static Html Option(string code, string name, string chosen) =>
        code == chosen
            ? Html.Of($"""<option value="{code}" selected>{name}</option>""")
            : Html.Of($"""<option value="{code}">{name}</option>""");
}
