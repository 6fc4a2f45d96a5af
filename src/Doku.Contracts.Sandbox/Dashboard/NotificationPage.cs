using System.Globalization;
using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Pages;
using Doku.Contracts.Sandbox.Signing;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>What a merchant is told, each attempt at it, and what its signature was made from.</summary>
internal sealed class NotificationPage(SandboxNotification notification) : DashboardPage
{
    internal override string Title => $"Notification of {notification.InvoiceNumber}";

    internal override string Address => DashboardLinks.Of(notification);

    internal override Markup Write()
    {
        var attempts = notification.Attempts;
        return Markup.Of(
            $"""
            <p class="crumbs"><a href="{DashboardLinks.Home}">Orders</a> <span aria-hidden="true">/</span> <a href="{DashboardLinks.Of(notification.Order)}">{notification.InvoiceNumber}</a></p>
            <h1>Notification: {StatusText.Of(notification.Status)}</h1>
            <p class="sub"><span>{(notification.IsAcknowledged ? "Acknowledged." : "Not acknowledged.")} {NextAttempt()}</span></p>
            <div class="buttons">
            {ActionForm.Button("resend", "Send again", Address, "main", ("notification", notification.RequestId))}
            {ActionForm.Button("duplicate", "Send two at once", Address, "", ("notification", notification.RequestId))}
            </div>
            {Refusal(attempts)}
            <section class="panel" aria-labelledby="attempts-heading">
            <h2 id="attempts-heading">Attempts</h2>
            {(attempts.Count == 0
                ? Markup.Of($"""<p class="note">None yet.</p>""")
                : Markup.Of($"""<ol class="timeline">{attempts.Select(Attempt)}</ol>"""))}
            </section>
            {Signed(attempts)}
            <section class="panel" aria-labelledby="body-heading">
            <h2 id="body-heading">What is told</h2>
            {BodyView.Body("Body", "notification-body", notification.Body)}
            </section>
            """
        );
    }

    private Markup NextAttempt() =>
        notification.IsHeld ? Markup.Of($"Held back until you release it.")
        : notification.NextAttemptAt is { } next
            ? Markup.Of($"The next attempt is due {Times.Utc(next)} UTC.")
        : Markup.None;

    private static Markup Attempt(NotificationDelivery one) =>
        Markup.Of(
            $"""
            <li class="{(one.IsAcknowledged ? "good" : "bad")}"><span class="when">{Times.Utc(
                one.At
            )}</span>
            <div>{Badges.Of(one.Outcome)} {(
                one.Status is { } status ? Badges.Http(status) : Markup.None
            )} {Badges.Fault(one.Fault)}
            <p class="note">{(
                one.Url is { } url
                    ? Markup.Of($"<code>{url.AbsoluteUri}</code>")
                    : Markup.Of($"It went nowhere.")
            )}</p></div></li>
            """
        );

    /// <summary>A merchant that answers 401 has found the signature wrong: then the two sides' lines are to be compared.</summary>
    private static Markup Refusal(IReadOnlyList<NotificationDelivery> attempts) =>
        Markup.If(
            attempts is [.., { Outcome: NotificationOutcome.Refused, Status: 400 or 401 or 403 }],
            () =>
                Markup.Of(
                    $"""
                    <div class="note-box bad"><p><strong>The merchant refused it with HTTP {attempts[
                        ^1
                    ].Status!.Value}.</strong></p>
                    <p>That is how a wrong signature looks from here. Compare each line below with what the merchant's side reckoned: a Digest that differs means that the body was changed on the way or read in another form; a Request-Target that differs means another path; equal lines mean another secret key.</p></div>
                    """
                )
        );

    private Markup Signed(IReadOnlyList<NotificationDelivery> attempts) =>
        attempts.LastOrDefault(one => one.Url is not null) is not { } last
            ? Markup.None
            : Markup.Of(
                $"""
                <section class="panel" aria-labelledby="signed-heading">
                <h2 id="signed-heading">What the latest attempt's signature was made from</h2>
                <dl class="headers">
                {Line("Client-Id", notification.ClientId)}
                {Line("Request-Id", notification.RequestId)}
                {Line(SandboxSigner.RequestTimestamp, WireTime.Header(last.At))}
                {Line("Request-Target", last.Url!.AbsolutePath)}
                {Line("Digest", SandboxSigner.Digest(notification.Body.Span))}
                </dl>
                </section>
                """
            );

    private static Markup Line(string name, string value) =>
        Markup.Of($"<div><dt>{name}</dt><dd><code>{value}</code></dd></div>");
}
