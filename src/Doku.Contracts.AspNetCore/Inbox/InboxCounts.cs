namespace Doku.Contracts.AspNetCore;

/// <summary>How many notifications aren't done.</summary>
/// <param name="Waiting">Waiting for their first or next attempt.</param>
/// <param name="Working">Claimed, whether their lease is still good or over.</param>
/// <param name="Dead">Given up.</param>
/// <param name="OldestReceivedAt">When the oldest of those that wait or are worked on came in; null when there is none.</param>
public readonly record struct InboxCounts(
    long Waiting,
    long Working,
    long Dead,
    DateTimeOffset? OldestReceivedAt
);
