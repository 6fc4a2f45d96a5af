namespace Doku.Contracts.Sandbox.Notifications;

/// <summary>A notification as it is sent, and sent again: the same id and the same bytes.</summary>
internal sealed record Notification(string RequestId, byte[] Body);
