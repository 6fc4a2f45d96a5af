using System.Diagnostics.Metrics;
using Doku.Contracts.Transport;

namespace Doku.Contracts.AspNetCore;

/// <summary>What is measured of the reconciler. Every tag and value is in the README's table; none holds content.</summary>
internal static class ReconciliationTelemetry
{
    private static readonly Counter<long> s_asked = DokuTelemetry.Meter.CreateCounter<long>(
        "doku.reconciliation.asked",
        "{order}",
        "Questions about pending orders, by what came of them."
    );

    private static readonly Counter<long> s_givenUp = DokuTelemetry.Meter.CreateCounter<long>(
        "doku.reconciliation.given_up",
        "{order}",
        "Orders that were pending for too long and aren't asked about any more."
    );

    internal static void Asked(AskResult result) =>
        s_asked.Add(
            1,
            new KeyValuePair<string, object?>(
                "doku.reconciliation.outcome",
                result switch
                {
                    AskResult.Found => "found",
                    AskResult.Unchanged => "unchanged",
                    AskResult.NotFound => "not_found",
                    AskResult.Refused => "refused",
                    AskResult.NoResponse => "no_response",
                    _ => "failed",
                }
            )
        );

    internal static void GivenUp() => s_givenUp.Add(1);
}
