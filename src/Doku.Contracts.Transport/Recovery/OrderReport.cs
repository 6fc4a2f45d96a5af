using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>What DOKU said of an order when it was asked.</summary>
/// <param name="Status">The state of the payment; null where the response doesn't say.</param>
/// <param name="Notification">
/// The response as JSON in UTF-8, always with the order's number: the same bytes for the same response. A response that
/// has what a notification can't do without reads as one. It holds personal data: don't log it.
/// </param>
public sealed record OrderReport(ContractStatus? Status, ReadOnlyMemory<byte> Notification)
{
    /// <summary>The status, and nothing else of the content.</summary>
    public override string ToString() => $"order report, {Status?.Value ?? "without a status"}";
}
