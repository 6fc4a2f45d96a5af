using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>
/// Keeps what is told to every listener of activities and instruments. Tests run side by side, so the activities are
/// those of one call, and measurements may be of other tests too.
/// </summary>
internal sealed class TelemetryKeeper : IDisposable
{
    private static int s_calls;

    private readonly ConcurrentQueue<(
        string Instrument,
        Dictionary<string, string> Tags
    )> _measured = new();
    private readonly ConcurrentQueue<ToldActivity> _activities = new();
    private readonly ActivityListener _activityListener;
    private readonly MeterListener _meterListener = new();

    internal TelemetryKeeper()
    {
        _activityListener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _activities.Enqueue(ToldActivity.Of(activity)),
        };
        ActivitySource.AddActivityListener(_activityListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
            listener.EnableMeasurementEvents(instrument);
        _meterListener.SetMeasurementEventCallback<double>((i, _, tags, _) => Keep(i, tags));
        _meterListener.SetMeasurementEventCallback<long>((i, _, tags, _) => Keep(i, tags));
        _meterListener.SetMeasurementEventCallback<int>((i, _, tags, _) => Keep(i, tags));
        _meterListener.Start();
    }

    /// <summary>A Request-Id by which the test's own activities are known.</summary>
    internal string Call { get; } =
        $"call-{Interlocked.Increment(ref s_calls).ToString(CultureInfo.InvariantCulture)}";

    internal IEnumerable<ToldActivity> Activities =>
        _activities.Where(activity => activity.Tags.GetValueOrDefault("doku.request_id") == Call);

    internal IEnumerable<string> Instruments =>
        Ours.Select(measured => measured.Instrument).Distinct();

    internal IEnumerable<string> TagKeys =>
        Ours.SelectMany(measured => measured.Tags.Keys)
            .Concat(Activities.SelectMany(activity => activity.Tags.Keys))
            .Distinct();

    /// <summary>Every text that anybody was told, of all sources.</summary>
    internal IEnumerable<string> Everything =>
        _activities
            .Select(activity => activity.ToString())
            .Concat(_measured.Select(measured => string.Join(' ', measured.Tags)));

    private IEnumerable<(string Instrument, Dictionary<string, string> Tags)> Ours =>
        _measured.Where(measured =>
            measured.Instrument.StartsWith("doku.client", StringComparison.Ordinal)
        );

    internal IEnumerable<Dictionary<string, string>> All(string instrument) =>
        _measured.Where(measured => measured.Instrument == instrument).Select(m => m.Tags);

    internal IEnumerable<Dictionary<string, string>> Measured(string instrument, string outcome) =>
        All(instrument).Where(tags => tags["doku.outcome"] == outcome);

    public void Dispose()
    {
        _activityListener.Dispose();
        _meterListener.Dispose();
    }

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            kept[key] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }

        _measured.Enqueue((instrument.Name, kept));
    }
}

/// <summary>An activity as it ended.</summary>
internal sealed record ToldActivity(
    string Name,
    string Kind,
    string Status,
    IReadOnlyDictionary<string, string> Tags,
    string Events
)
{
    internal static ToldActivity Of(Activity activity) =>
        new(
            activity.DisplayName,
            activity.Kind.ToString(),
            $"{activity.Status} {activity.StatusDescription}".Trim(),
            activity.TagObjects.ToDictionary(
                tag => tag.Key,
                tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? ""
            ),
            string.Join(
                ' ',
                activity.Events.Select(told => told.Name + string.Join(' ', told.Tags))
            )
        );

    public override string ToString() =>
        $"{Name} {Kind} {Status} {string.Join(' ', Tags)} {Events}";
}
