namespace Doku.Contracts.Sandbox;

/// <summary>What made an order change.</summary>
public enum SandboxOrderCause
{
    /// <summary>A call of the merchant's.</summary>
    Call,

    /// <summary>The customer, on the payment page or by a method of <see cref="SandboxOrder"/>.</summary>
    Customer,

    /// <summary>The clock: the time to pay ran out, or a notification fell due.</summary>
    Clock,
}
