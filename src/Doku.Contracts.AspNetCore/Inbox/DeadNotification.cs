namespace Doku.Contracts.AspNetCore;

/// <summary>A notification that is worked on no more until somebody replays or discards it.</summary>
/// <param name="Notification">What was stored; its body holds personal data.</param>
/// <param name="DeadSince">When it was given up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Failure">
/// Why: the reason of a <see cref="DeadLetterException"/>, the type of the last exception, or <c>unreadable:</c> and the first error's code where the bytes don't fit the
/// contract.
/// </param>
public sealed record DeadNotification(
    StoredNotification Notification,
    DateTimeOffset DeadSince,
    int Attempts,
    string Failure
);
