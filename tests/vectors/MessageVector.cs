namespace Doku.Contracts.Vectors;

/// <summary>One message as it arrives, and what a receiver must say to it. README.md beside this file explains each field.</summary>
internal sealed record MessageVector
{
    internal required string Name { get; init; }

    /// <summary><c>request</c>, <c>response</c> or <c>notification</c>.</summary>
    internal required string Kind { get; init; }

    internal required string Method { get; init; }

    internal required IReadOnlyList<VectorKey> Keys { get; init; }

    internal required DateTimeOffset Moment { get; init; }

    internal required string Target { get; init; }

    /// <summary>Null where the message has no body; a body of no bytes is one.</summary>
    internal required byte[]? Body { get; init; }

    internal required string ExpectedClientId { get; init; }

    /// <summary>The Request-Id of the call that a response answers; null for other messages.</summary>
    internal required string? ExpectedRequestId { get; init; }

    internal required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    /// <summary>Why it must be refused; null where the signature holds.</summary>
    internal required string? Fault { get; init; }

    /// <summary>Of a signature that holds: the key under which it does.</summary>
    internal required string? KeyId { get; init; }

    internal required string? Digest { get; init; }

    internal required string? StringToSign { get; init; }

    internal string TimestampName =>
        Kind == "response" ? "Response-Timestamp" : "Request-Timestamp";

    /// <summary>The value of a header that comes exactly once, else null.</summary>
    internal string? One(string name)
    {
        var values = Headers
            .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return values.Count == 1 ? values[0].Value : null;
    }

    public override string ToString() => Name;
}
