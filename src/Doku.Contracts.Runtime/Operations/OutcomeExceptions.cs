namespace Doku.Contracts.Runtime;

/// <summary>The partner refused a call; it took no effect.</summary>
public sealed class ContractRefusedException(ContractRefusal refusal)
    : Exception($"The call was refused: {refusal}")
{
    /// <summary>What the partner said.</summary>
    public ContractRefusal Refusal { get; } = refusal;
}

/// <summary>It isn't known whether a call took effect. Repeat it under the same key, or ask for its status.</summary>
public sealed class ContractOutcomeUnknownException(
    string requestId,
    UnknownReason reason,
    Exception? cause
)
    : Exception(
        $"It isn't known whether the call took effect ({reason}). Repeat it under the same Request-Id, or ask for its status.",
        cause
    )
{
    /// <summary>The idempotency key under which the call was made.</summary>
    public string RequestId { get; } = requestId;

    /// <summary>Why it isn't known.</summary>
    public UnknownReason Reason { get; } = reason;
}
