namespace Doku.Contracts.AspNetCore;

/// <summary>The right to work on one notification for a while.</summary>
/// <param name="Key">The notification.</param>
/// <param name="Token">
/// The fencing token: grows with each claim of the notification, and a ledger takes nothing under an older one. A system
/// that knows nothing of the ledger can refuse a smaller token after a larger.
/// </param>
/// <param name="ExpiresAt">When somebody else may take the work over.</param>
/// <param name="Attempt">Which attempt this is, from 1; a replay counts anew.</param>
public sealed record NotificationLease(
    NotificationKey Key,
    long Token,
    DateTimeOffset ExpiresAt,
    int Attempt
);
