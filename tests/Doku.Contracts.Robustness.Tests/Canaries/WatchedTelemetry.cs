using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>Hears every activity, every measurement and every exception of the process.</summary>
internal sealed class WatchedTelemetry : IDisposable
{
    [ThreadStatic]
    private static bool s_isTelling;

    private readonly CanaryWatch _watch;
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    internal WatchedTelemetry(CanaryWatch watch)
    {
        _watch = watch;
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
            listener.EnableMeasurementEvents(instrument);
        Listen<byte>();
        Listen<short>();
        Listen<int>();
        Listen<long>();
        Listen<float>();
        Listen<double>();
        Listen<decimal>();
        _meters.Start();
        AppDomain.CurrentDomain.FirstChanceException += Hear;
    }

    /// <summary>Asks the instruments that only speak when they are asked.</summary>
    internal void Ask() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Hear;
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Listen<T>()
        where T : struct =>
        _meters.SetMeasurementEventCallback<T>(
            (instrument, _, tags, _) => _watch.Hear("metric", instrument.Name + Words(tags))
        );

    private void Hear(Activity activity)
    {
        var words = activity.TagObjects.Select(tag => $" {tag.Key}={Word(tag.Value)}");
        var events = activity.Events.Select(told =>
            $" {told.Name} {string.Join(' ', told.Tags.Select(tag => $"{tag.Key}={Word(tag.Value)}"))}"
        );
        var baggage = activity.Baggage.Select(item => $" {item.Key}={item.Value}");
        _watch.Hear(
            "activity",
            $"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription}"
                + string.Concat([.. words, .. events, .. baggage])
        );
    }

    private void Hear(object? sender, FirstChanceExceptionEventArgs told)
    {
        // Putting an exception into words may throw one.
        if (s_isTelling)
        {
            return;
        }

        s_isTelling = true;
        try
        {
            var data = told.Exception.Data.Cast<DictionaryEntry>();
            _watch.Hear(
                "exception",
                told.Exception + string.Concat(data.Select(item => $" {item.Key}={item.Value}"))
            );
        }
        finally
        {
            s_isTelling = false;
        }
    }

    private static string Words(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = "";
        foreach (var (key, value) in tags)
        {
            words += $" {key}={Word(value)}";
        }

        return words;
    }

    private static string Word(object? value) =>
        value is IEnumerable items and not string
            ? string.Join(' ', items.Cast<object?>())
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
