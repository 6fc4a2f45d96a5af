namespace Doku.Contracts.AspNetCore;

/// <summary>A notification that the caller may work on.</summary>
/// <param name="Notification">What was stored.</param>
/// <param name="Lease">The right to work on it.</param>
public sealed record TakenNotification(StoredNotification Notification, NotificationLease Lease);
