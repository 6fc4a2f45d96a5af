namespace Doku.Contracts.AspNetCore;

/// <summary>The viewer's pages: plain HTML, without a script.</summary>
internal static class LedgerPages
{
    internal static Markup List(
        string root,
        InboxCounts counts,
        IReadOnlyList<DeadNotification> dead,
        NotificationKey? next,
        IReadOnlyList<OpenNotification> stuck
    ) =>
        Page(
            Markup.Of(
                $"""
                <p>{counts.Waiting} waiting, {counts.Working} being worked on, {counts.Dead} dead.</p>
                <h2>Dead letters</h2>
                <table border="1"><tr><th>received</th><th>endpoint</th><th>contract</th><th>Request-Id</th><th>dead since</th><th>attempts</th><th>reason</th><th></th></tr>
                {Markup.Join(dead.Select(one => Dead(root, one)))}</table>
                {(
                    next is { } key
                        ? Markup.Of($"<p><a href=\"{Home(root)}?{Query(key)}\">Next page</a></p>")
                        : default
                )}
                <h2>Stuck</h2>
                <table border="1"><tr><th>received</th><th>endpoint</th><th>contract</th><th>Request-Id</th><th>state</th><th>due, or lease ends</th><th>attempts</th><th>last failure</th><th></th></tr>
                {Markup.Join(stuck.Select(one => Stuck(root, one)))}</table>

                """
            )
        );

    internal static Markup One(string root, OpenNotification entry, string content) =>
        Page(
            Markup.Of(
                $"""
                <h2>Notification {entry.Notification.RequestId}</h2>
                <dl><dt>merchant</dt><dd>{entry.Notification.Key.ClientId}</dd>
                <dt>endpoint</dt><dd>{entry.Notification.Key.Endpoint}</dd>
                <dt>body's hash</dt><dd>{entry.Notification.Key.BodyHash}</dd>
                <dt>contract</dt><dd>{entry.Notification.Contract}</dd>
                <dt>key</dt><dd>{entry.Notification.KeyId}</dd>
                <dt>signed</dt><dd>{entry.Notification.SignedAt}</dd>
                <dt>received</dt><dd>{entry.Notification.ReceivedAt}</dd>
                <dt>state</dt><dd>{entry.State.ToString()} {entry.Moment}</dd>
                <dt>attempts</dt><dd>{entry.Attempts}</dd>
                <dt>last failure</dt><dd>{entry.Failure}</dd></dl>
                <h3>Content, personal data masked</h3>
                <pre>{content}</pre>
                {(
                    entry.State == OpenState.Dead
                        ? Actions(root, entry.Notification)
                        : default
                )}
                <p><a href="{Home(root)}">All</a></p>

                """
            )
        );

    /// <summary>The list's own path.</summary>
    internal static string Home(string root) => root.Length > 0 ? root : "/";

    internal static string Query(NotificationKey key) =>
        $"client={Uri.EscapeDataString(key.ClientId)}&endpoint={Uri.EscapeDataString(key.Endpoint)}&hash={Uri.EscapeDataString(key.BodyHash)}";

    private static Markup Page(Markup content) =>
        Markup.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Notification ledger</title></head>
            <body><h1>Notification ledger</h1>
            {content}</body></html>

            """
        );

    private static Markup Dead(string root, DeadNotification dead) =>
        Row(
            dead.Notification,
            Link(root, dead.Notification),
            Markup.Of($"<td>{dead.DeadSince}</td><td>{dead.Attempts}</td><td>{dead.Failure}</td>"),
            Markup.Of($"<td>{Actions(root, dead.Notification)}</td>")
        );

    private static Markup Stuck(string root, OpenNotification stuck) =>
        Row(
            stuck.Notification,
            Link(root, stuck.Notification),
            Markup.Of($"<td>{stuck.State.ToString()}</td><td>{stuck.Moment}</td>"),
            Markup.Of(
                $"<td>{stuck.Attempts}</td><td>{stuck.Failure}</td><td>{Actions(root, stuck.Notification)}</td>"
            )
        );

    private static Markup Row(StoredNotification of, Markup link, Markup middle, Markup end) =>
        Markup.Of(
            $"""
            <tr><td>{of.ReceivedAt}</td><td>{of.Key.Endpoint}</td><td>{of.Contract}</td><td>{link}</td>{middle}{end}</tr>

            """
        );

    private static Markup Link(string root, StoredNotification of)
    {
        var text = of.RequestId.Length > 0 ? of.RequestId : "inspect";
        return Markup.Of($"<a href=\"{root}/inspect?{Query(of.Key)}\">{text}</a>");
    }

    private static Markup Actions(string root, StoredNotification of)
    {
        var replay = of.HasBody
            ? Markup.Of($"<button formaction=\"{root}/replay\">Replay</button>")
            : Markup.Of($"no body");
        return Markup.Of(
            $"""
            <form method="post"><input type="hidden" name="client" value="{of.Key.ClientId}">
            <input type="hidden" name="endpoint" value="{of.Key.Endpoint}">
            <input type="hidden" name="hash" value="{of.Key.BodyHash}">
            {replay} <button formaction="{root}/discard">Discard for ever</button></form>
            """
        );
    }
}
