using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>What steers the sandbox as a whole: the clock, the faults, the notifications; and who its merchants are.</summary>
internal sealed class ControlsPanel(
    SandboxContext sandbox,
    SandboxNotificationCollection notifications,
    string back
)
{
    internal Markup Write() =>
        Markup.Of(
            $"""
            {Clock()}
            {Faults()}
            {Notifications()}
            {Merchants()}
            """
        );

    private Markup Clock()
    {
        var offset = sandbox.Clock.Offset;
        return Markup.Of(
            $"""
            <section id="clock-panel" class="panel" aria-labelledby="clock-heading">
            <h2 id="clock-heading">Clock</h2>
            <p class="clock"><span id="clock">{DashboardStream.ClockWords(
                sandbox.Now
            )}</span> <span class="unit">UTC</span></p>
            <p class="note">{(
                offset == TimeSpan.Zero
                    ? "Not put forward."
                    : $"Put forward by {Times.Length(offset)}."
            )} What falls due on the way happens at its own time.</p>
            <div class="buttons">
            {Forward("+30 min", "30")}
            {Forward("+6 h", "360")}
            {Forward("+12 h", "720")}
            </div>
            <form method="post" action="{DashboardLinks.Act}" class="inline">
            {ActionForm.Hidden([("do", "advance"), ("back", back)])}
            <label for="minutes">Minutes</label>
            <input id="minutes" name="minutes" type="number" min="1" max="525600" step="1" value="60" required>
            <button id="advance-by" type="submit">Put forward</button>
            </form>
            </section>
            """
        );
    }

    private Markup Forward(string words, string minutes) =>
        ActionForm.Button("advance", words, back, "", ("minutes", minutes));

    private Markup Faults()
    {
        var all = Enum.GetValues<SandboxFault>();
        return Markup.Of(
            $"""
            <section id="fault-panel" class="panel" aria-labelledby="fault-heading">
            <h2 id="fault-heading">Next fault</h2>
            <form method="post" action="{DashboardLinks.Act}" class="stack" id="fault-form">
            {ActionForm.Hidden([("do", "fault"), ("back", back)])}
            <label for="fault">What goes wrong</label>
            <select id="fault" name="fault">
            <optgroup label="The next call">{all.Where(one =>
                    !SandboxFaults.BefallsNotifications(one)
                ).Select(Choice)}</optgroup>
            <optgroup label="The next notification">{all.Where(
                    SandboxFaults.BefallsNotifications
                ).Select(Choice)}</optgroup>
            </select>
            <label for="times">Times in a row</label>
            <input id="times" name="times" type="number" min="1" max="100" step="1" value="1" required>
            </form>
            <div class="buttons"><button id="inject" type="submit" form="fault-form">Inject</button>{ActionForm.Button(
                "clear-faults",
                "Clear all faults",
                back,
                "quiet"
            )}</div>
            </section>
            """
        );
    }

    private static Markup Choice(SandboxFault fault) =>
        Markup.Of($"""<option value="{fault.ToString()}">{Words.Of(fault)}</option>""");

    private Markup Notifications()
    {
        var held = notifications.Held.Count;
        var words = notifications.IsHolding
            ? $"Held back: {held} so far. They leave when you release them."
            : "They leave as soon as an order changes.";
        return Markup.Of(
            $"""
            <section id="hold-panel" class="panel" aria-labelledby="hold-heading">
            <h2 id="hold-heading">Notifications</h2>
            <p class="note">{words}</p>
            <div class="buttons">{(notifications.IsHolding || held > 0
                ? ActionForm.Button("release", "Release", back)
                : ActionForm.Button("hold", "Hold back", back))}</div>
            </section>
            """
        );
    }

    private Markup Merchants() =>
        Markup.Of(
            $"""
            <section id="merchant-panel" class="panel" aria-labelledby="merchant-heading">
            <h2 id="merchant-heading">Merchants</h2>
            {sandbox.Merchants.Select(Merchant)}
            </section>
            """
        );

    private static Markup Merchant(SandboxMerchant merchant) =>
        Markup.Of(
            $"""
            <h3>{merchant.Name}</h3>
            <dl class="facts">
            <div><dt>Client-Id</dt><dd><code>{merchant.ClientId}</code></dd></div>
            <div><dt>Notifications to</dt><dd>{(
                merchant.NotificationUrl is { } url
                    ? Markup.Of($"<code>{url.AbsoluteUri}</code>")
                    : Markup.Of(
                        $"nobody: start with <code>--notify-url</code> or set <code>NotificationUrl</code>"
                    )
            )}</dd></div>
            </dl>
            """
        );
}
