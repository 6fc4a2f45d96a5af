using System.Collections.Concurrent;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>
/// Listens for canaries: texts that are planted where secrets and personal data are, and must never be heard. Keeps
/// counts and the places of leaks, not the texts, so that a whole test run can be listened to.
/// </summary>
internal sealed class CanaryWatch(params IReadOnlyList<string> canaries)
{
    private readonly ConcurrentDictionary<string, long> _heard = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _leaks = new();

    /// <summary>How many texts of a kind were heard.</summary>
    internal long Heard(string kind) => _heard.GetValueOrDefault(kind);

    /// <summary>Each text in which a canary was.</summary>
    internal IReadOnlyCollection<string> Leaks => _leaks;

    internal void Hear(string kind, string? text)
    {
        _heard.AddOrUpdate(kind, 1, (_, count) => count + 1);
        if (
            text is not null
            && canaries.Any(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase))
        )
        {
            _leaks.Enqueue($"{kind}: {text}");
        }
    }
}
