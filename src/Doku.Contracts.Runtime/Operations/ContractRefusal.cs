namespace Doku.Contracts.Runtime;

/// <summary>What a partner said when it refused a call.</summary>
public sealed record ContractRefusal
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The partner's code, where its answer has one: <c>invalid_signature</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The partner's kind of error, where its answer has one: <c>invalid_request_error</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The partner's words. They may quote what was sent: don't log them.</summary>
    public ContractList<string> Messages { get; init; } = [];

    /// <summary>Whether the answer carried a valid signature. Partners need not sign a refusal.</summary>
    public bool IsVerified { get; init; }

    /// <summary>
    /// Whether the partner gave the verified answer to another order again: the idempotency key stands for that one
    /// already, and this order was not taken. Make it under a new key.
    /// </summary>
    public bool IsRequestIdConflict { get; init; }

    /// <summary>The answer's bytes as they came. They may quote what was sent: don't log them.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>Status, code and kind; never the partner's words, which may quote personal data.</summary>
    public override string ToString() =>
        $"HTTP {Status}{(Code is null ? "" : $", {Code}")}{(Kind is null ? "" : $" ({Kind})")}{(IsRequestIdConflict ? ", Request-Id conflict" : "")}";
}
