using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>What stands round each page: clock, faults, merchants, and what the last button did.</summary>
internal sealed class DashboardFrame(
    SandboxContext sandbox,
    SandboxNotificationCollection notifications,
    DashboardNote? note
)
{
    internal static Markup Plain(string title, string words) =>
        Layout.Page(
            title,
            "dashboard",
            Markup.Of(
                $"""
                {Top(Markup.None)}
                <main class="plain"><h1>{title}</h1><p>{words}</p><p><a href="{DashboardLinks.Home}">To the orders</a></p></main>
                """
            )
        );

    internal Markup Write(DashboardPage page) =>
        Layout.Page(
            $"{page.Title} – DOKU sandbox",
            "dashboard",
            Markup.Of(
                $"""
                <a class="skip" href="#content">Skip to the content</a>
                {Top(
                    Markup.Of(
                        $"""<span id="connection" class="connection" role="status">Reload for news</span>"""
                    )
                )}
                <p id="announcement" class="unseen" role="status"></p>
                <div class="columns">
                <main id="content" tabindex="-1" data-live="{DashboardLinks.Live}?after={sandbox.Events.LatestSequence}">
                <div id="note" role="status">{Note()}</div>
                {page.Write()}
                </main>
                <aside id="controls" aria-label="Clock, faults and merchants">
                {new ControlsPanel(sandbox, notifications, page.Address).Write()}
                </aside>
                </div>
                """
            )
        );

    private static Markup Top(Markup end) =>
        Markup.Of(
            $"""
            <header class="top">
            <a class="home" href="{DashboardLinks.Home}"><img src="{PageAssets.UrlOf(
                "icon.svg"
            )}" alt="" width="28" height="28"> DOKU sandbox</a>
            {end}
            </header>
            """
        );

    private Markup Note() =>
        note is null
            ? Markup.None
            : Markup.Of(
                $"""<p class="note-box {(note.IsRefusal ? "bad" : "good")}">{note.Words}</p>"""
            );
}
