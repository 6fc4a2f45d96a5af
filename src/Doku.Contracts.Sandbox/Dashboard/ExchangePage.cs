using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>One request with its answer, and why it was refused.</summary>
internal sealed class ExchangePage(SandboxExchange exchange, SandboxOrderCollection orders)
    : DashboardPage
{
    internal override string Title => $"Call {exchange.Sequence}";

    internal override string Address => DashboardLinks.Of(exchange);

    internal override Markup Write() =>
        Markup.Of(
            $"""
            <p class="crumbs"><a href="{DashboardLinks.Home}">Orders</a>{Order()}</p>
            <h1><span class="method">{exchange.Method}</span> <span class="path">{exchange.Path}</span></h1>
            <p class="sub">{Badges.Http(exchange.Status)} {Badges.Fault(exchange.Fault)} <span>{exchange.Operation ?? "no operation of DOKU's"}</span> <span>{Times.Utc(exchange.ReceivedAt)} UTC</span></p>
            {Errors()}
            {(exchange.Signature is { } verdict ? SignaturePanel.Write(verdict) : Markup.None)}
            <section class="panel" aria-labelledby="request-heading">
            <h2 id="request-heading">Request</h2>
            {BodyView.Headers("Headers", "request-headers", exchange.Headers)}
            {BodyView.Body("Body", "request-body", exchange.Body)}
            </section>
            <section class="panel" aria-labelledby="answer-heading">
            <h2 id="answer-heading">Answer</h2>
            {(exchange.Operation is null
                ? Markup.Of($"""<p class="note">Of pages, and of answers to unknown paths, only the status is kept.</p>""")
                : Markup.Of($"{BodyView.Headers("Headers", "answer-headers", exchange.AnswerHeaders)}{BodyView.Body("Body", "answer-body", exchange.AnswerBody)}"))}
            </section>
            """
        );

    private Markup Order() =>
        Find() is { } order
            ? Markup.Of(
                $""" <span aria-hidden="true">/</span> <a href="{DashboardLinks.Of(order)}">{order.InvoiceNumber}</a>"""
            )
            : Markup.None;

    private SandboxOrder? Find() =>
        exchange.InvoiceNumber is not { } invoice ? null
        : exchange.ClientId is { } client ? orders.Find(invoice, client)
        : orders.Find(invoice);

    private Markup Errors() =>
        Markup.If(
            exchange.Errors.Count > 0 && exchange.Signature?.IsValid != false,
            () =>
                Markup.Of(
                    $"""
                    <section class="panel" aria-labelledby="errors-heading">
                    <h2 id="errors-heading">Why it was refused</h2>
                    <ul class="errors">
                    {exchange.Errors.Select(Error)}
                    </ul>
                    </section>
                    """
                )
        );

    /// <summary>A broken rule of a schema begins with its place in the body.</summary>
    private static Markup Error(string error)
    {
        var end = error.IndexOf(": ", StringComparison.Ordinal);
        return error.StartsWith('/') && end > 0
            ? Markup.Of(
                $"<li><code class=\"place\">{error[..end]}</code> {error[(end + 2)..]}</li>"
            )
            : Markup.Of($"<li>{error}</li>");
    }
}
