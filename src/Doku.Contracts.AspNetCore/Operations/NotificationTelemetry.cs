using System.Diagnostics;
using System.Diagnostics.Metrics;
using Doku.Contracts.Transport;

namespace Doku.Contracts.AspNetCore;

/// <summary>What is measured of notifications. Every tag and value is in the README's table; none holds content.</summary>
internal static class NotificationTelemetry
{
    private const string Outcome = "doku.notification.outcome";
    private const string Fault = "doku.notification.fault";
    private const string Kind = "doku.notification.failure";
    private const string State = "doku.notification.state";

    private static readonly Counter<long> s_received = DokuTelemetry.Meter.CreateCounter<long>(
        "doku.notification.received",
        "{notification}",
        "Notifications that came in, by what became of them."
    );

    private static readonly Histogram<double> s_work = DokuTelemetry.Meter.CreateHistogram<double>(
        "doku.notification.work.duration",
        "s",
        "How long an attempt to work on a notification took."
    );

    private static readonly Gauge<long> s_backlog = DokuTelemetry.Meter.CreateGauge<long>(
        "doku.notification.backlog",
        "{notification}",
        "Notifications in the inbox that aren't done, as last counted."
    );

    /// <summary>Begins the activity of a notification that came in, a child of the server's own.</summary>
    internal static Activity? StartReceiving() =>
        DokuTelemetry.Activities.StartActivity("DOKU notification");

    /// <summary>Begins the activity of an attempt on a notification out of the inbox.</summary>
    internal static Activity? StartWork() =>
        DokuTelemetry.Activities.StartActivity("DOKU notification work", ActivityKind.Consumer);

    internal static void Received(Activity? activity, string outcome, string? fault = null)
    {
        activity?.SetTag(Outcome, outcome);
        var tags = new TagList { { Outcome, outcome } };
        if (fault is not null)
        {
            activity?.SetTag(Fault, fault);
            tags.Add(Fault, fault);
        }

        s_received.Add(1, tags);
    }

    internal static void Worked(Activity? activity, WorkResult result, TimeSpan duration)
    {
        var name = result.Outcome switch
        {
            WorkOutcome.Done => "done",
            WorkOutcome.Failed => "failed",
            WorkOutcome.DeadLetter => "dead_letter",
            WorkOutcome.Ignored => "ignored",
            WorkOutcome.LeaseLost => "lease_lost",
            _ => "stopped",
        };
        activity?.SetTag(Outcome, name);
        var tags = new TagList { { Outcome, name } };
        if (result.Kind is { } kind)
        {
            var word = kind switch
            {
                FailureKind.Transient => "transient",
                FailureKind.Permanent => "permanent",
                FailureKind.Ignored => "ignored",
                _ => "unknown",
            };
            activity?.SetTag(Kind, word);
            tags.Add(Kind, word);
        }

        if (result.Outcome != WorkOutcome.Done)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        s_work.Record(duration.TotalSeconds, tags);
    }

    internal static void Counted(InboxCounts counts)
    {
        s_backlog.Record(counts.Waiting, new KeyValuePair<string, object?>(State, "waiting"));
        s_backlog.Record(counts.Working, new KeyValuePair<string, object?>(State, "working"));
        s_backlog.Record(counts.Dead, new KeyValuePair<string, object?>(State, "dead"));
    }
}
