using System.Text;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Payment;

/// <summary>What a customer's browser does: see the page, pay, decline, cancel.</summary>
internal sealed class PaymentEndpoint(SandboxOrderCollection orders)
{
    internal const string Path = "/{contract}/pay/{token}";

    internal static string PathOf(PaymentAction action) =>
        $"{Path}/{action.ToString().ToLowerInvariant()}";

    internal async Task ShowAsync(HttpContext context)
    {
        if (Find(context) is not { } order)
        {
            await WriteAsync(context, StatusCodes.Status404NotFound, PaymentPage.Unknown(), null);
            return;
        }
        await ShowAsync(context, order, StatusCodes.Status200OK, Explain(order));
    }

    internal async Task ActAsync(HttpContext context, PaymentAction action)
    {
        if (Find(context) is not { } order)
        {
            await WriteAsync(context, StatusCodes.Status404NotFound, PaymentPage.Unknown(), null);
            return;
        }

        switch (action)
        {
            case PaymentAction.Pay:
                await ChangeAsync(context, order, order.PayAsync, order.CallbackUrl);
                break;
            case PaymentAction.Decline:
                await ChangeAsync(context, order, order.DeclineAsync, null);
                break;
            default:
                await order.CancelAsync(CancellationToken.None);
                await LeaveAsync(context, order, order.CancelUrl);
                break;
        }
    }

    private static async Task ChangeAsync(
        HttpContext context,
        SandboxOrder order,
        Func<CancellationToken, Task<NotificationDelivery>> change,
        Uri? next
    )
    {
        try
        {
            // Not the browser's token: a customer who closes the window has paid all the same.
            await change(CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            await ShowAsync(context, order, StatusCodes.Status409Conflict, Explain(order));
            return;
        }
        await LeaveAsync(context, order, next);
    }

    private static async Task LeaveAsync(HttpContext context, SandboxOrder order, Uri? next)
    {
        if (next is null)
        {
            await ShowAsync(context, order, StatusCodes.Status200OK, Explain(order));
            return;
        }
        Protect(context.Response.Headers, order);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = next.AbsoluteUri;
    }

    private static string? Explain(SandboxOrder order) =>
        order.Status switch
        {
            SandboxOrderStatus.Success =>
                "This order is already paid. Nothing more is to be done here.",
            SandboxOrderStatus.Expired =>
                "The time to pay this order is over. Please order again in the shop.",
            SandboxOrderStatus.Refunded => "This order was paid, and the money was given back.",
            SandboxOrderStatus.Failed => "The payment was declined. You can try again or cancel.",
            _ => null,
        };

    private static Task ShowAsync(
        HttpContext context,
        SandboxOrder order,
        int status,
        string? message
    ) => WriteAsync(context, status, PaymentPage.Write(order, message), order);

    private static async Task WriteAsync(
        HttpContext context,
        int status,
        string html,
        SandboxOrder? order
    )
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        Protect(context.Response.Headers, order);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static void Protect(IHeaderDictionary headers, SandboxOrder? order)
    {
        // Browsers hold the redirect that follows a form to form-action too, so the shop's origins belong in it.
        var shop = new[] { order?.CallbackUrl, order?.CancelUrl }
            .OfType<Uri>()
            .Select(url => " " + Origin(url))
            .Distinct(StringComparer.Ordinal);
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{PaymentPage.StyleHash}'; form-action 'self'{string.Concat(shop)}; "
            + "base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        // The page's address is a key to the payment: it is not told to the shop.
        headers["Referrer-Policy"] = "no-referrer";
    }

    // Without the user part, in which a URL may carry characters that mean something in a policy.
    private static string Origin(Uri url)
    {
        var host = url.HostNameType == UriHostNameType.Dns ? url.IdnHost : url.Host;
        return url.IsDefaultPort ? $"{url.Scheme}://{host}" : $"{url.Scheme}://{host}:{url.Port}";
    }

    private SandboxOrder? Find(HttpContext context)
    {
        var order = orders.FindByToken(context.Request.RouteValues["token"] as string ?? "");
        var contract = context.Request.RouteValues["contract"] as string;
        return string.Equals(
            order?.Operation.Contract,
            contract,
            StringComparison.OrdinalIgnoreCase
        )
            ? order
            : null;
    }
}
