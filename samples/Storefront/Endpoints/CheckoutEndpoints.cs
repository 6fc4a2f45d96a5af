using System.Globalization;
using System.Security.Cryptography;
using Doku.Contracts.Kredivo;
using Storefront.Checkout;
using Storefront.Hosting;
using Storefront.Orders;
using Storefront.Pages;
using Storefront.Payments;

namespace Storefront.Endpoints;

/// <summary>From the cart to Kredivo's page.</summary>
internal sealed class CheckoutEndpoints(
    Sessions sessions,
    OrderBook orders,
    KredivoCheckout kredivo,
    TimeProvider timeProvider
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

        await session.Ordering.WaitAsync(context.RequestAborted);
        try
        {
            await OrderOnceAsync(context, session, CheckoutForm.Read(fields));
        }
        finally
        {
            session.Ordering.Release();
        }
    }

    private async Task OrderOnceAsync(HttpContext context, Session session, CheckoutForm form)
    {
        if (session.Cart.Lines.Count == 0)
        {
            // The second click of a double click: the first one has placed the order.
            ShopForm.LeadTo(context, session.LastInvoice is { } last ? $"/orders/{last}" : "/cart");
            return;
        }

        var invoiceNumber = NewInvoiceNumber();
        var request = kredivo.Describe(invoiceNumber, session.Cart, form);
        var errors = request.Validate();
        if (!errors.IsValid)
        {
            await CheckoutPage
                .Write(session, form, FieldErrors.Explain(errors, form))
                .WriteAsync(context, session);
            return;
        }

        var order = await PlaceAsync(session, invoiceNumber, request);
        ShopForm.LeadTo(
            context,
            order is { State: OrderState.AwaitingPayment, PaymentUrl: { } url }
                ? url.AbsoluteUri
                : $"/orders/{invoiceNumber}"
        );
    }

    private async Task<ShopOrder> PlaceAsync(
        Session session,
        string invoiceNumber,
        GenerateOrderRequest request
    )
    {
        var order = new ShopOrder
        {
            InvoiceNumber = invoiceNumber,
            RequestId = Guid.CreateVersion7(timeProvider.GetUtcNow()).ToString(),
            Request = request,
            SessionId = session.Id,
        };
        orders.Add(order);
        session.LastInvoice = invoiceNumber;
        // Not the browser's token: who closes the window now has ordered all the same.
        order = await kredivo.SendAsync(order, CancellationToken.None);
        if (order.State != OrderState.Refused)
        {
            session.Cart = Goods.Cart.Empty;
        }

        return order;
    }

    private string NewInvoiceNumber()
    {
        var jakarta = timeProvider.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"INV-{jakarta:yyyyMMdd}-{RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 10)}"
        );
    }
}
