using System.Globalization;
using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>Short words on a coloured ground; the colour never says what the words don't.</summary>
internal static class Badges
{
    internal static Markup Of(SandboxOrderStatus status) =>
        Badge(
            status switch
            {
                SandboxOrderStatus.Pending => ("cool", "Waiting"),
                SandboxOrderStatus.Success => ("good", "Paid"),
                SandboxOrderStatus.Failed => ("bad", "Declined"),
                SandboxOrderStatus.Expired => ("warn", "Expired"),
                _ => ("warn", "Refunded"),
            }
        );

    /// <summary>The status of an answer; 0 is an answer that never came.</summary>
    internal static Markup Http(int status) =>
        Badge(
            (
                status switch
                {
                    0 or >= 500 => "bad",
                    >= 400 => "warn",
                    >= 300 => "cool",
                    _ => "good",
                },
                status == 0 ? "no answer" : status.ToString(CultureInfo.InvariantCulture)
            )
        );

    internal static Markup Of(NotificationOutcome outcome) =>
        Badge(
            (
                outcome switch
                {
                    NotificationOutcome.Acknowledged => "good",
                    NotificationOutcome.Withheld
                    or NotificationOutcome.Late
                    or NotificationOutcome.NothingToTell => "cool",
                    NotificationOutcome.NoAddress => "warn",
                    _ => "bad",
                },
                Words.Of(outcome)
            )
        );

    internal static Markup Of(SignatureComponentState state) =>
        Badge(
            (
                state switch
                {
                    SignatureComponentState.Correct => "good",
                    SignatureComponentState.Unknown => "cool",
                    _ => "bad",
                },
                Words.Of(state)
            )
        );

    internal static Markup Fault(SandboxFault? fault) =>
        fault is { } one ? Badge(("bad", $"Fault: {Words.Of(one)}")) : Markup.None;

    private static Markup Badge((string Kind, string Words) badge) =>
        Markup.Of($"""<span class="badge {badge.Kind}">{badge.Words}</span>""");
}
