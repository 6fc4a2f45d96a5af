using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>Every request, answer, fault, change and delivery attempt that concerns an order, oldest first.</summary>
internal sealed class OrderTimeline(
    SandboxContext sandbox,
    SandboxOrder order,
    SandboxNotificationCollection notifications,
    ExchangeLog exchanges
)
{
    internal Markup Write()
    {
        var entries = Calls()
            .Concat(Faults())
            .Concat(Changes())
            .Concat(Attempts())
            .OrderBy(one => one.At)
            .ThenBy(one => one.Rank)
            .ToList();
        return Markup.Of(
            $"""
            <ol class="timeline">
            {entries.Select(Item)}
            {Coming()}
            </ol>
            """
        );
    }

    private static Markup Item(TimelineEntry entry) =>
        Markup.Of(
            $"""<li class="{entry.Kind}"><span class="when">{Times.Utc(entry.At)}</span><div>{entry.Words}</div></li>"""
        );

    private IEnumerable<TimelineEntry> Calls()
    {
        var page = order.PaymentUrl.AbsolutePath;
        foreach (var one in exchanges.Snapshot())
        {
            if (one.Path.StartsWith(page, StringComparison.Ordinal))
            {
                var words =
                    one.Method == "GET"
                        ? "The payment page was opened"
                        : "A button of the payment page was pressed";
                yield return new TimelineEntry(
                    one.ReceivedAt,
                    0,
                    "visit",
                    Markup.Of(
                        $"""<a href="{DashboardLinks.Of(one)}">{words}</a> {Badges.Http(one.Status)}"""
                    )
                );
            }
            else if (Concerns(one))
            {
                yield return new TimelineEntry(
                    one.ReceivedAt,
                    0,
                    "call",
                    Markup.Of(
                        $"""<a href="{DashboardLinks.Of(one)}">{one.Operation ?? one.Method}</a> {Badges.Http(one.Status)} {Badges.Fault(one.Fault)} {CallWords.Reason(one)}"""
                    )
                );
            }
        }
    }

    /// <summary>A call whose signature is wrong belongs to nobody for certain; it is shown with the merchant that it names.</summary>
    private bool Concerns(SandboxExchange one) =>
        one.InvoiceNumber == order.InvoiceNumber
        && (
            one.ClientId
            ?? one.Headers.FirstOrDefault(header =>
                header.Key.Equals("Client-Id", StringComparison.OrdinalIgnoreCase)
            ).Value
        ) == order.ClientId;

    private IEnumerable<TimelineEntry> Faults() =>
        sandbox
            .Events.After(0)
            .Where(one =>
                one.Kind == SandboxEventKind.FaultInjected
                && one.InvoiceNumber == order.InvoiceNumber
                && one.ClientId == order.ClientId
            )
            .Select(one => new TimelineEntry(
                one.At,
                1,
                "fault",
                Markup.Of(
                    $"Fault put into {(one.Target?.IsNotification == true ? "a notification" : "a call")}: <strong>{Words.Of(one.Fault!.Value)}</strong>"
                )
            ));

    private IEnumerable<TimelineEntry> Changes() =>
        order
            .Events.Where(one => one.Kind != SandboxOrderEventKind.Notified)
            .Select(one => new TimelineEntry(
                one.At,
                2,
                "change",
                Markup.Of(
                    $"<strong>{Words.Of(one.Kind)}</strong> <span class=\"note\">{By(one.Cause)}</span>"
                )
            ));

    private static string By(SandboxOrderCause cause) =>
        cause switch
        {
            SandboxOrderCause.Call => "by the shop's call",
            SandboxOrderCause.Customer => "by the customer or by hand",
            _ => "by the clock",
        };

    private IEnumerable<TimelineEntry> Attempts() =>
        notifications
            .Where(one => one.Order == order)
            .SelectMany(one =>
                one.Attempts.Select(attempt => (Notification: one, Attempt: attempt))
            )
            .Select(one => new TimelineEntry(
                one.Attempt.At,
                3,
                one.Attempt.IsAcknowledged ? "told" : "told failed",
                Markup.Of(
                    $"""<a href="{DashboardLinks.Of(one.Notification)}">Notification {Orders.StatusText.Of(one.Notification.Status)}</a> {Badges.Of(one.Attempt.Outcome)} {(one.Attempt.Status is { } status ? Badges.Http(status) : Markup.None)} {Badges.Fault(one.Attempt.Fault)}"""
                )
            ));

    /// <summary>What the clock will do by itself.</summary>
    private IEnumerable<Markup> Coming()
    {
        var due = notifications
            .Where(one => one.Order == order && one.NextAttemptAt is not null)
            .Select(one => (At: one.NextAttemptAt!.Value, Words: "the notification is sent again"));
        if (order.Status is SandboxOrderStatus.Pending or SandboxOrderStatus.Failed)
        {
            due = due.Append((order.ExpiresAt, "the order expires"));
        }
        return due.OrderBy(one => one.At)
            .Select(one =>
                Markup.Of(
                    $"""<li class="coming"><span class="when">{Times.Utc(one.At)}</span><div>Then {one.Words}.</div></li>"""
                )
            );
    }
}
