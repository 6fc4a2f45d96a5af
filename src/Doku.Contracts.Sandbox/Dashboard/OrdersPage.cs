using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Pages;
using Doku.Contracts.Sandbox.Payment;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>The first page: the orders, and the latest calls whether or not they made one.</summary>
internal sealed class OrdersPage(
    SandboxContext sandbox,
    SandboxOrderCollection orders,
    SandboxNotificationCollection notifications,
    ExchangeLog exchanges
) : DashboardPage
{
    // A test may place thousands; whoever looks wants the latest.
    private const int MostOrders = 100;
    private const int MostCalls = 20;

    internal override string Title => "Orders";

    internal override string Address => DashboardLinks.Home;

    internal override Markup Write() =>
        Markup.Of(
            $"""
            <h1>Orders</h1>
            {Orders()}
            <section class="panel" aria-labelledby="calls-heading">
            <h2 id="calls-heading">Latest calls</h2>
            {Calls()}
            </section>
            """
        );

    // The roles are those of the elements; a telephone shows the rows as blocks, which would take them away.
    private Markup Orders()
    {
        var latest = orders.Reverse().Take(MostOrders).ToList();
        if (latest.Count == 0)
        {
            return NoOrders();
        }
        var told = notifications
            .GroupBy(one => one.Order)
            .ToDictionary(one => one.Key, one => one.Last());
        return Markup.Of(
            $"""
            <section class="panel flush" aria-label="Orders">
            <table class="list" role="table">
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Order</th><th role="columnheader" scope="col">Status</th><th role="columnheader" scope="col" class="number">Amount</th><th role="columnheader" scope="col">Shop told</th><th role="columnheader" scope="col" class="wide">Created (UTC)</th></tr></thead>
            <tbody role="rowgroup">
            {latest.Select(order => Row(order, told.GetValueOrDefault(order)))}
            </tbody>
            </table>
            {Markup.If(
                orders.Count > MostOrders,
                () =>
                    Markup.Of(
                        $"<p class=\"note foot\">The latest {MostOrders} of {orders.Count} orders.</p>"
                    )
            )}
            </section>
            """
        );
    }

    private static Markup Row(SandboxOrder order, SandboxNotification? told) =>
        Markup.Of(
            $"""
            <tr role="row" id="order-{order.Token}"><th role="rowheader" scope="row"><a id="link-{order.Token}" href="{DashboardLinks.Of(
                order
            )}">{order.InvoiceNumber}</a> <span class="under">{order.Operation.Contract} · {order.Merchant.Name}</span></th>
            <td role="cell" class="status">{Badges.Of(order.Status)}</td>
            <td role="cell" class="number">{Rupiah.Write(order.Amount)}</td>
            <td role="cell" class="told">{(
                told is null ? Markup.Of($"<span class=\"note\">nothing yet</span>") : Told(told)
            )}</td>
            <td role="cell" class="wide">{Times.Utc(order.CreatedAt)}</td></tr>
            """
        );

    private static Markup Told(SandboxNotification told) =>
        Markup.Of(
            $"""
            <a href="{DashboardLinks.Of(told)}">{(
                told.IsAcknowledged ? "acknowledged"
                : told.Attempts is [.., var last] ? Words.Of(last.Outcome).ToLowerInvariant()
                : "on its way"
            )}</a>{(
                told.NextAttemptAt is { } next
                    ? Markup.Of($" <span class=\"under\">again {Times.Utc(next)}</span>")
                    : Markup.None
            )}
            """
        );

    private Markup NoOrders()
    {
        var merchant = sandbox.Merchants.Default;
        return Markup.Of(
            $"""
            <section class="panel empty" aria-labelledby="empty-heading">
            <h2 id="empty-heading">No orders yet</h2>
            <p>Place one, and it appears here by itself.</p>
            <ol>
            <li>Point your client at <code>{sandbox.BaseAddress.AbsoluteUri}</code>.</li>
            <li>Use the Client-Id <code>{merchant.ClientId}</code> and its secret key, which the sandbox printed when it started (in a test: <code>sandbox.SecretKey</code>).</li>
            <li>Send an order, and open the payment page from the response.</li>
            </ol>
            <p class="note">A refused call makes no order: look below, where each call says why.</p>
            </section>
            """
        );
    }

    private Markup Calls()
    {
        var latest = exchanges.Snapshot().Reverse().Take(MostCalls).ToList();
        return latest.Count == 0
            ? Markup.Of(
                $"""<p class="note">No calls yet. Each one is listed here, and a refused one tells which part of its signature or body is wrong.</p>"""
            )
            : Markup.Of(
                $"""
                <ol class="calls">
                {latest.Select(Call)}
                </ol>
                """
            );
    }

    private static Markup Call(SandboxExchange one) =>
        Markup.Of(
            $"""
            <li id="call-{one.Sequence}">{Badges.Http(one.Status)}
            <div><a id="call-link-{one.Sequence}" href="{DashboardLinks.Of(
                one
            )}"><span class="method">{one.Method}</span> <span class="path">{CallWords.Target(
                one
            )}</span></a> <span class="note">{one.InvoiceNumber}</span> {Badges.Fault(
                one.Fault
            )} {CallWords.Reason(one)}</div>
            <span class="when">{Times.Utc(one.ReceivedAt)}</span></li>
            """
        );
}
