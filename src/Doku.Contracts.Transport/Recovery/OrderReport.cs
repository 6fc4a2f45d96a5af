using Doku.Contracts.Common;

namespace Doku.Contracts.Transport;

/// <summary>What DOKU said of an order when it was asked.</summary>
/// <param name="Status">The state of the payment; null where the response doesn't say.</param>
/// <param name="Notification">
/// The response in the form of the notification that DOKU would have sent, as JSON in UTF-8: the same bytes for the same
/// response. Where a member is missing that the notification can't do without, the response's own members. They hold
/// personal data: don't log them.
/// </param>
public sealed record OrderReport(PaylaterStatus? Status, ReadOnlyMemory<byte> Notification)
{
    /// <summary>The status, and nothing else of the content.</summary>
    public override string ToString() => $"order report, {Status?.Value ?? "without a status"}";
}
