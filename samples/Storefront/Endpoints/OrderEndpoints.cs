using Storefront.Hosting;
using Storefront.Orders;
using Storefront.Pages;
using Storefront.Payments;

namespace Storefront.Endpoints;

/// <summary>The pages of one order, for the visit that placed it.</summary>
internal sealed class OrderEndpoints(Sessions sessions, OrderBook orders, KredivoCheckout kredivo)
{
    internal void Map(IEndpointRouteBuilder shop)
    {
        shop.MapGet("/orders/{invoice}", ShowAsync);
        shop.MapGet("/orders/{invoice}/return", context => ShowAsync(context, ReturnPage.Write));
        shop.MapGet("/orders/{invoice}/cancelled", context => ShowAsync(context, CancelPage.Write));
        shop.MapPost("/orders/{invoice}/check", CheckAsync);
    }

    private async Task ShowAsync(HttpContext context)
    {
        var session = sessions.Of(context);
        if (Find(context, session) is not { } order)
        {
            await ProblemPages.NotFound.WriteAsync(context, session);
            return;
        }

        if (order.State == OrderState.Confirming)
        {
            order = await kredivo.SendAsync(order, context.RequestAborted);
        }

        await OrderPage.Write(session, order).WriteAsync(context, session);
    }

    private Task ShowAsync(HttpContext context, Func<ShopOrder, Page> write)
    {
        var session = sessions.Of(context);
        var page = Find(context, session) is { } order ? write(order) : ProblemPages.NotFound;
        return page.WriteAsync(context, session);
    }

    private async Task CheckAsync(HttpContext context)
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

        await kredivo.CheckAsync(order, context.RequestAborted);
        ShopForm.LeadTo(context, $"/orders/{order.InvoiceNumber}");
    }

    private ShopOrder? Find(HttpContext context, Session session) =>
        orders.Find(context.Request.RouteValues["invoice"] as string) is { } order
        && order.SessionId == session.Id
            ? order
            : null;
}
