using Storefront.Checkout;
using Storefront.Hosting;
using Storefront.Pages;
using Storefront.Payments;

namespace Storefront.Endpoints;

/// <summary>From the cart to Kredivo's page.</summary>
internal sealed class CheckoutEndpoints(
    Sessions sessions,
    OrderDescription description,
    OrderPlacing placing
)
{
    internal void Map(IEndpointRouteBuilder shop)
    {
        shop.MapGet("/checkout", ShowAsync);
        shop.MapPost("/checkout", OrderAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        var session = sessions.Of(context);
        if (session.Cart.Lines.Count == 0)
        {
            ShopForm.LeadTo(context, "/cart");
            return Task.CompletedTask;
        }

        return CheckoutPage
            .Write(session, new CheckoutForm(), FieldErrors.None)
            .WriteAsync(context, session);
    }

    private async Task OrderAsync(HttpContext context)
    {
        var session = sessions.Of(context);
        if (await ShopForm.ReadAsync(context, session) is not { } fields)
        {
            return;
        }

        var form = CheckoutForm.Read(fields);
        if (AddressBook.Find(fields["use"]) is { } known)
        {
            await CheckoutPage
                .Write(session, form.With(known), FieldErrors.None)
                .WriteAsync(context, session);
            return;
        }

        await session.Ordering.WaitAsync(context.RequestAborted);
        try
        {
            await OrderOnceAsync(context, session, form);
        }
        finally
        {
            session.Ordering.Release();
        }
    }

    private Task OrderOnceAsync(HttpContext context, Session session, CheckoutForm form)
    {
        if (session.Cart.Lines.Count == 0)
        {
            // The second click of a double click: the first one has placed the order.
            ShopForm.LeadTo(context, session.LastInvoice is { } last ? $"/orders/{last}" : "/cart");
            return Task.CompletedTask;
        }

        var request = description.Describe(placing.NewInvoiceNumber(), session.Cart, form);
        var errors = request.Validate();
        return errors.IsValid
            ? placing.PlaceAsync(context, session, request)
            : CheckoutPage
                .Write(session, form, FieldErrors.Explain(errors, request.Review(), form))
                .WriteAsync(context, session);
    }
}
