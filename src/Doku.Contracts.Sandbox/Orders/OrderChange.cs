namespace Doku.Contracts.Sandbox.Orders;

/// <summary>A change of an order that somebody asks for, and from where it may start.</summary>
internal sealed record OrderChange(
    SandboxOrderStatus Next,
    SandboxOrderEventKind Event,
    SandboxOrderCause Cause = SandboxOrderCause.Customer
)
{
    internal static OrderChange Pay { get; } =
        new(SandboxOrderStatus.Success, SandboxOrderEventKind.Paid);

    internal static OrderChange Decline { get; } =
        new(SandboxOrderStatus.Failed, SandboxOrderEventKind.Declined);

    internal static OrderChange Expire { get; } =
        new(SandboxOrderStatus.Expired, SandboxOrderEventKind.Expired);

    internal static OrderChange Refund { get; } =
        new(SandboxOrderStatus.Refunded, SandboxOrderEventKind.Refunded);

    // DOKU names no state for a cancelled order; that it can't be paid any more is what the merchant asked for.
    internal static OrderChange CancelByCall { get; } =
        new(SandboxOrderStatus.Expired, SandboxOrderEventKind.Expired, SandboxOrderCause.Call);

    internal static OrderChange RefundByCall { get; } =
        Refund with
        {
            Cause = SandboxOrderCause.Call,
        };

    internal bool Allows(SandboxOrderStatus status) =>
        Next == SandboxOrderStatus.Refunded
            ? status == SandboxOrderStatus.Success
            : status is SandboxOrderStatus.Pending or SandboxOrderStatus.Failed;

    internal static string Final(SandboxOrderStatus status) =>
        status switch
        {
            SandboxOrderStatus.Success => "the order is already paid",
            SandboxOrderStatus.Expired => "the order has expired",
            SandboxOrderStatus.Refunded => "the order is already refunded",
            _ => "the order is not paid",
        };
}
