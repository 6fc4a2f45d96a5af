namespace Doku.Contracts.AspNetCore;

/// <summary>A notification that isn't done: waiting, being worked on, or dead.</summary>
/// <param name="Notification">What was stored; its body holds personal data.</param>
/// <param name="State">How it stands.</param>
/// <param name="Moment">When it is due, when its lease ends, or since when it is dead.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Failure">What the last attempt failed of; null where none did. See <see cref="DeadNotification.Failure"/>.</param>
public sealed record OpenNotification(
    StoredNotification Notification,
    OpenState State,
    DateTimeOffset Moment,
    int Attempts,
    string? Failure
);
