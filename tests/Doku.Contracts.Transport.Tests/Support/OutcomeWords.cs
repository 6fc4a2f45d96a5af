using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>An outcome in a few words, to compare.</summary>
internal static class OutcomeWords
{
    internal static string Words<T>(this ContractOutcome<T> outcome)
        where T : class =>
        outcome.Match(
            accepted => accepted.IsReplay ? "replayed" : "accepted",
            refused => $"refused {refused.Refusal.Status}",
            unknown =>
                unknown.Refusal is { } refusal
                    ? $"unknown {unknown.Reason} {refusal.Status}"
                    : $"unknown {unknown.Reason}"
        );
}
