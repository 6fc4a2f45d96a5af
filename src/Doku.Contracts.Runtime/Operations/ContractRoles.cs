namespace Doku.Contracts.Runtime;

/// <summary>What members are for, as <c>x-role</c> says it in a schema.</summary>
public static class ContractRoles
{
    /// <summary>The state of a payment.</summary>
    public const string Status = "status";

    /// <summary>The order's number, as the merchant gave it.</summary>
    public const string OrderNumber = "orderNumber";

    /// <summary>The idempotency key of the call that a response is about.</summary>
    public const string RequestId = "requestId";

    /// <summary>The address of the page to which the customer is sent.</summary>
    public const string PaymentPage = "paymentPage";

    /// <summary>An error's code, for programs.</summary>
    public const string ErrorCode = "errorCode";

    /// <summary>An error's kind, for programs.</summary>
    public const string ErrorKind = "errorKind";

    /// <summary>What went wrong, for people: a string or a list of strings.</summary>
    public const string ErrorMessage = "errorMessage";
}
