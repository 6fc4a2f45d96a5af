namespace Doku.Contracts.Sandbox.Signing;

/// <summary>A request whose signature does not match, with what a mistake may have been taken from.</summary>
internal sealed record SignedRequest
{
    internal required SandboxMerchant Merchant { get; init; }

    internal required IReadOnlyList<SandboxMerchant> Others { get; init; }

    internal required string RequestId { get; init; }

    internal required string Timestamp { get; init; }

    /// <summary>The path, as it stood on the wire.</summary>
    internal required string Target { get; init; }

    /// <summary>Path and query, as they stood on the wire.</summary>
    internal required string RawTarget { get; init; }

    internal required string Host { get; init; }

    /// <summary>The signed body, or null for a call without one.</summary>
    internal required byte[]? Body { get; init; }

    /// <summary>Asked for only when the signature is wrong, as the next.</summary>
    internal required Func<IReadOnlyList<string>> OtherPaths { get; init; }

    internal required Func<IReadOnlyList<string>> EarlierRequestIds { get; init; }

    internal SignedParts Parts() =>
        new(
            Merchant.ClientId,
            RequestId,
            Timestamp,
            Target,
            Body is null ? null : SandboxSigner.Digest(Body),
            System.Text.Encoding.UTF8.GetBytes(Merchant.SecretKey)
        );
}
