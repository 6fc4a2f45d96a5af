using Storefront.Hosting;
using Storefront.Orders;
using Storefront.Pages;
using Storefront.Payments;

namespace Storefront.Endpoints;

/// <summary>The pages of orders, for the visit that placed them.</summary>
internal sealed class OrderEndpoints(
    Sessions sessions,
    OrderBook orders,
    PaymentNotifications payments,
    OrderDescription description,
    OrderPlacing placing
)
{
    internal void Map(IEndpointRouteBuilder shop)
    {
        shop.MapGet("/orders", ListAsync);
        shop.MapGet("/orders/{invoice}", context => ShowAsync(context, OrderPage.Write));
        shop.MapGet(
            "/orders/{invoice}/cancelled",
            context => ShowAsync(context, (_, order) => CancelPage.Write(order))
        );
        shop.MapPost("/orders/{invoice}/check", context => PostAsync(context, CheckAsync));
        shop.MapPost("/orders/{invoice}/again", context => PostAsync(context, AgainAsync));
    }

    private Task ListAsync(HttpContext context)
    {
        var session = sessions.Of(context);
        return OrdersPage.Write(orders.Of(session.Owner)).WriteAsync(context, session);
    }

    private Task ShowAsync(HttpContext context, Func<Session, ShopOrder, Page> write)
    {
        var session = sessions.Of(context);
        var page = Find(context, session) is { } order
            ? write(session, order)
            : ProblemPages.NotFound;
        return page.WriteAsync(context, session);
    }

    private async Task PostAsync(
        HttpContext context,
        Func<HttpContext, Session, ShopOrder, Task> work
    )
    {
        var session = sessions.Of(context);
        if (await ShopForm.ReadAsync(context, session) is null)
        {
            return;
        }

        if (Find(context, session) is not { } order)
        {
            await ProblemPages.NotFound.WriteAsync(context, session);
            return;
        }

        await work(context, session, order);
    }

    private async Task CheckAsync(HttpContext context, Session session, ShopOrder order)
    {
        await payments.CheckAsync(order, context.RequestAborted);
        ShopForm.LeadTo(context, $"/orders/{order.InvoiceNumber}");
    }

    /// <summary>Another attempt at an order that came to nothing: new numbers, the same goods and address.</summary>
    private async Task AgainAsync(HttpContext context, Session session, ShopOrder order)
    {
        await session.Ordering.WaitAsync(context.RequestAborted);
        try
        {
            var next = OrderPlacing.NextInvoiceNumber(order.InvoiceNumber);
            var latest = orders.Find(order.InvoiceNumber)!;
            if (latest.ReplacedBy is not null || !latest.IsOver)
            {
                ShopForm.LeadTo(context, $"/orders/{latest.ReplacedBy ?? latest.InvoiceNumber}");
                return;
            }

            await placing.PlaceAsync(
                context,
                session,
                description.Again(order.Request, next),
                replaces: order.InvoiceNumber
            );
        }
        finally
        {
            session.Ordering.Release();
        }
    }

    private ShopOrder? Find(HttpContext context, Session session) =>
        orders.Find(context.Request.RouteValues["invoice"] as string) is { } order
        && order.Owner == session.Owner
            ? order
            : null;
}
