namespace Doku.Contracts.AspNetCore;

/// <summary>A notification's bytes and what its verified headers say.</summary>
internal sealed record VerifiedEnvelope(
    ReadOnlyMemory<byte> Body,
    string KeyId,
    string RequestId,
    DateTimeOffset Timestamp,
    DateTimeOffset ReceivedAt
);
