namespace Doku.Contracts.AspNetCore;

/// <summary>An order whose payment is open.</summary>
/// <param name="InvoiceNumber">The order's invoice number, as DOKU has it.</param>
/// <param name="Since">When DOKU took it, or last said that it is pending. The delays count from here.</param>
public sealed record PendingOrder(string InvoiceNumber, DateTimeOffset Since);
