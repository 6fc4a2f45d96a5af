using System.Collections.Concurrent;
using Doku.Contracts.Crash.Host;

namespace Doku.Contracts.LedgerCampaign.Judging;

/// <summary>What the processes said: which deliveries took effect, and how often anything else was logged.</summary>
internal sealed class EffectLines
{
    private readonly ConcurrentQueue<string> _effects = new();
    private readonly ConcurrentDictionary<string, int> _events = new(StringComparer.Ordinal);

    /// <summary>The Request-Ids of what took effect, a line each.</summary>
    internal IReadOnlyCollection<string> Effects => _effects;

    /// <summary>How often each warning or error was logged.</summary>
    internal IReadOnlyDictionary<string, int> Events => _events;

    internal void Hear(string line)
    {
        if (line.StartsWith(HostLog.Effect, StringComparison.Ordinal))
        {
            _effects.Enqueue(line[HostLog.Effect.Length..]);
        }
        else if (line.StartsWith(HostLog.Event, StringComparison.Ordinal))
        {
            var words = line.Split(' ');
            _events.AddOrUpdate($"{words[1]} {words[2]}", 1, (_, count) => count + 1);
        }
    }
}
