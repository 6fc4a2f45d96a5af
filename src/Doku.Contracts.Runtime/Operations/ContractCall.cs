namespace Doku.Contracts.Runtime;

/// <summary>What a caller may decide about one call.</summary>
public sealed record ContractCall
{
    /// <summary>
    /// The idempotency key. Null makes a new one. To be safe against a crash between sending and storing the answer,
    /// make one with <see cref="Guid.CreateVersion7()"/>, store it with the order, and pass it here; to repeat a call whose
    /// outcome is unknown, pass the same one again.
    /// </summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Whether a call was made under this <see cref="RequestId"/> before whose outcome isn't known. A refusal then says
    /// nothing about that earlier call, so the outcome stays unknown and carries the refusal
    /// (<see cref="OutcomeUnknown{T}.Refusal"/>).
    /// </summary>
    public bool IsRepeat { get; init; }
}
