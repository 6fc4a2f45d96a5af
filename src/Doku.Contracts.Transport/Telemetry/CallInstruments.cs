using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Doku.Contracts.Transport;

/// <summary>What is counted of calls. Every tag has a handful of values; the README lists them.</summary>
internal static class CallInstruments
{
    internal const string Operation = "doku.operation";
    internal const string Outcome = "doku.outcome";
    internal const string UnknownReason = "doku.unknown_reason";
    internal const string SignatureFault = "doku.signature_fault";
    internal const string Attempts = "doku.attempts";
    internal const string RequestId = "doku.request_id";
    internal const string Status = "http.response.status_code";

    private static readonly Histogram<double> Duration =
        DokuTelemetry.Meter.CreateHistogram<double>(
            "doku.client.call.duration",
            "s",
            "How long a call took, all its attempts and the waiting between them together."
        );

    private static readonly Counter<long> AttemptCount = DokuTelemetry.Meter.CreateCounter<long>(
        "doku.client.attempts",
        "{attempt}",
        "Attempts that left for the network."
    );

    /// <summary>Counts an attempt.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="status">The HTTP status; null when no answer came.</param>
    internal static void CountAttempt(string operation, int? status)
    {
        var tags = new TagList { { Operation, operation } };
        if (status is { } code)
        {
            tags.Add(Status, code);
        }

        AttemptCount.Add(1, tags);
    }

    internal static void Record(
        TimeSpan duration,
        string operation,
        string outcome,
        string? unknownReason,
        int? status
    )
    {
        var tags = new TagList { { Operation, operation }, { Outcome, outcome } };
        if (unknownReason is not null)
        {
            tags.Add(UnknownReason, unknownReason);
        }

        if (status is { } code)
        {
            tags.Add(Status, code);
        }

        Duration.Record(duration.TotalSeconds, tags);
    }
}
