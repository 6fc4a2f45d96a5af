namespace Doku.Contracts.Vectors;

/// <summary>A key of a receiver.</summary>
internal sealed record VectorKey(
    string Id,
    string Secret,
    DateTimeOffset? NotBefore,
    DateTimeOffset? NotAfter
);
