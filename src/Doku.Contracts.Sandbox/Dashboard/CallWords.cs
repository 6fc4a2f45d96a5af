using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>A call in one line.</summary>
internal static class CallWords
{
    private const int LongestTarget = 80;

    /// <summary>The target, cut where it would fill the page.</summary>
    internal static string Target(SandboxExchange one) =>
        one.Path.Length <= LongestTarget ? one.Path : one.Path[..LongestTarget] + "…";

    /// <summary>Why a call was refused: the mistake in its signature when one was found, else the first error.</summary>
    internal static Markup Reason(SandboxExchange one)
    {
        var mistake = one.Signature is { IsValid: false } verdict
            ? verdict.Components.FirstOrDefault(part => part.Note is not null)
            : null;
        var reason = mistake is null
            ? (one.Errors is [var first, ..] ? first : null)
            : $"{mistake.Name}: {mistake.Note}";
        var more = one.Errors.Count > 1 ? $" and {one.Errors.Count - 1} more" : "";
        return Markup.If(
            reason is not null,
            () => Markup.Of($"""<p class="why">{reason}{more}</p>""")
        );
    }
}
