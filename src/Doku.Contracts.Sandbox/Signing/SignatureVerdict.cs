namespace Doku.Contracts.Sandbox;

/// <summary>
/// The verdict on a request's signature, component by component. What is wrong is found by trying mistakes that
/// merchants make, until one gives the signature that came; the caller itself is only told that it does not match.
/// </summary>
public sealed class SignatureVerdict
{
    /// <summary>True when the request may be carried out.</summary>
    public bool IsValid => Reason is null;

    /// <summary>What the caller is told; null when the signature holds.</summary>
    public string? Reason { get; init; }

    /// <summary>The parts that the signature rests on, in the order of the lines.</summary>
    public required IReadOnlyList<SignatureComponent> Components { get; init; }

    /// <summary>The lines that the sandbox signed for comparison; null when it did not come so far.</summary>
    public string? StringToSign { get; init; }

    internal string RequestId { get; init; } = "";

    internal SandboxMerchant? Merchant { get; init; }
}
