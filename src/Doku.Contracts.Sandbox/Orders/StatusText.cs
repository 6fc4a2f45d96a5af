namespace Doku.Contracts.Sandbox.Orders;

/// <summary>An order's status as DOKU writes it.</summary>
internal static class StatusText
{
    internal static string Of(SandboxOrderStatus status) =>
        status switch
        {
            SandboxOrderStatus.Success => "SUCCESS",
            SandboxOrderStatus.Failed => "FAILED",
            SandboxOrderStatus.Expired => "EXPIRED",
            SandboxOrderStatus.Refunded => "REFUNDED",
            _ => "PENDING",
        };
}
