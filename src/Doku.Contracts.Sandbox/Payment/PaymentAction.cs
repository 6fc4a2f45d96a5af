namespace Doku.Contracts.Sandbox.Payment;

/// <summary>What the buttons of the payment page do.</summary>
internal enum PaymentAction
{
    Pay,
    Decline,
    Cancel,
}
