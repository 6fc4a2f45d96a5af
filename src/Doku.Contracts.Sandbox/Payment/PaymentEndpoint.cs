using System.Runtime.CompilerServices;
using Doku.Contracts.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Payment;

/// <summary>What a customer's browser does: see the page, pay, decline, cancel.</summary>
internal sealed class PaymentEndpoint(SandboxContext sandbox, SandboxOrderCollection orders)
{
    internal const string Path = "/{contract}/pay/{token}";
    internal const string FollowPath = Path + "/live";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // What the customer chose matters to nobody but the page, so no order carries it.
    private readonly ConditionalWeakTable<SandboxOrder, Tenor> _tenors = [];

    internal static string PathOf(PaymentAction action) =>
        $"{Path}/{action.ToString().ToLowerInvariant()}";

    internal Task ShowAsync(HttpContext context) =>
        Find(context) is { } order
            ? ShowAsync(context, order, StatusCodes.Status200OK)
            : ShowUnknownAsync(context);

    internal async Task ActAsync(HttpContext context, PaymentAction action)
    {
        if (Find(context) is not { } order)
        {
            await ShowUnknownAsync(context);
            return;
        }

        switch (action)
        {
            case PaymentAction.Pay:
                var tenor = Tenor.Choose(PageForm.Read(context).GetValueOrDefault("tenor"));
                await ChangeAsync(
                    context,
                    order,
                    cancellation =>
                    {
                        var paying = order.PayAsync(cancellation);
                        _tenors.AddOrUpdate(order, tenor);
                        return paying;
                    },
                    order.CallbackUrl
                );
                break;
            case PaymentAction.Decline:
                await ChangeAsync(context, order, order.DeclineAsync, order.PaymentUrl);
                break;
            default:
                await order.CancelAsync(CancellationToken.None);
                await LeaveAsync(context, order, order.CancelUrl);
                break;
        }
    }

    /// <summary>Tells the page where order and clock stand, whenever that changes, until nothing changes any more.</summary>
    internal async Task FollowAsync(HttpContext context)
    {
        if (Find(context) is not { } order)
        {
            await ShowUnknownAsync(context);
            return;
        }
        await EventStream.RunAsync(
            context,
            async stream =>
            {
                using var beat = new PeriodicTimer(Beat);
                var last = "";
                do
                {
                    var now = State(order);
                    if (now != last)
                    {
                        await stream.SendAsync(now);
                        last = now;
                    }
                } while (await beat.WaitForNextTickAsync(stream.Ended));
            }
        );
    }

    private string State(SandboxOrder order)
    {
        var left = order.ExpiresAt - sandbox.Now;
        return $"{order.Status} {(long)Math.Max(0, left.TotalSeconds)} {Times.Countdown(left)}";
    }

    private async Task ChangeAsync(
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
            await ShowAsync(context, order, StatusCodes.Status409Conflict);
            return;
        }
        await LeaveAsync(context, order, next);
    }

    private Task LeaveAsync(HttpContext context, SandboxOrder order, Uri? next)
    {
        if (next is null)
        {
            return ShowAsync(context, order, StatusCodes.Status200OK);
        }
        Protect(context, order);
        PageAnswer.SeeOther(context, next.AbsoluteUri);
        return Task.CompletedTask;
    }

    private Task ShowAsync(HttpContext context, SandboxOrder order, int status)
    {
        Protect(context, order);
        var page = new PaymentPage(
            order,
            sandbox.Now,
            _tenors.TryGetValue(order, out var tenor) ? tenor : null
        );
        return PageAnswer.WriteAsync(context, status, page.Write());
    }

    private static Task ShowUnknownAsync(HttpContext context)
    {
        Protect(context, null);
        return PageAnswer.WriteAsync(context, StatusCodes.Status404NotFound, PaymentPage.Unknown());
    }

    private static void Protect(HttpContext context, SandboxOrder? order) =>
        PageAnswer.Protect(
            context.Response.Headers,
            // Browsers hold the redirect that follows a form to form-action too, so the shop's origins belong in it.
            new[] { order?.CallbackUrl, order?.CancelUrl }
                .OfType<Uri>()
                .Select(Origin)
                .Distinct(StringComparer.Ordinal),
            // The page's address is a key to the payment: it is not told to the shop.
            "no-referrer"
        );

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
