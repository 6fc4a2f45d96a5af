using Doku.Contracts.Sandbox.Pages;
using Doku.Contracts.Sandbox.Payment;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>One order: where it stands, what can be done to it, and its story.</summary>
internal sealed class OrderPage(
    SandboxOrder order,
    OrderTimeline timeline,
    SandboxNotificationCollection notifications
) : DashboardPage
{
    internal override string Title => $"Order {order.InvoiceNumber}";

    internal override string Address => DashboardLinks.Of(order);

    internal override Markup Write() =>
        Markup.Of(
            $"""
            <p class="crumbs"><a href="{DashboardLinks.Home}">Orders</a></p>
            <h1>{order.InvoiceNumber}</h1>
            <p class="sub">{Badges.Of(order.Status)} <strong>{Rupiah.Write(
                order.Amount
            )}</strong> <span>{order.Operation.Contract} · {order.Merchant.Name}</span> <a href="{order.PaymentUrl.AbsolutePath}" target="_blank" rel="noopener">Payment page<span class="unseen"> (opens a new tab)</span></a></p>
            <div class="buttons" role="group" aria-label="What happens to the order">
            {Changes()}
            {Tellings()}
            </div>
            <section class="panel" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">Timeline</h2>
            {timeline.Write()}
            </section>
            <section class="panel" aria-labelledby="terms-heading">
            <h2 id="terms-heading">Order</h2>
            <dl class="facts">
            <div><dt>Request-Id</dt><dd><code>{order.RequestId}</code></dd></div>
            <div><dt>Reference</dt><dd><code>{order.MerchantUniqueReference
                ?? "–"}</code></dd></div>
            <div><dt>Created</dt><dd>{Times.Utc(order.CreatedAt)} UTC</dd></div>
            <div><dt>Time to pay ends</dt><dd>{Times.Utc(order.ExpiresAt)} UTC</dd></div>
            </dl>
            {new PaymentLines(order).Write()}
            </section>
            """
        );

    private IEnumerable<Markup> Changes() =>
        order.Status switch
        {
            SandboxOrderStatus.Pending or SandboxOrderStatus.Failed =>
            [
                Button("pay", "Pay", "main"),
                Button("decline", "Decline"),
                Button("expire", "Expire"),
                Button("cancel", "Cancel"),
            ],
            SandboxOrderStatus.Success => [Button("refund", "Refund")],
            _ => [],
        };

    /// <summary>About the latest notification, once there is one.</summary>
    private IEnumerable<Markup> Tellings() =>
        notifications.LastOrDefault(one => one.Order == order) is { } latest
            ?
            [
                Button("resend", "Resend notification", "", ("notification", latest.RequestId)),
                Button("duplicate", "Send it twice", "", ("notification", latest.RequestId)),
            ]
            : [];

    private Markup Button(
        string action,
        string words,
        string style = "",
        params (string Name, string Value)[] fields
    ) =>
        ActionForm.Button(
            action,
            words,
            Address,
            style,
            [("merchant", order.ClientId), ("invoice", order.InvoiceNumber), .. fields]
        );
}
