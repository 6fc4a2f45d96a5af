namespace Doku.Contracts.Schema.Model;

/// <summary>What a schema says to people.</summary>
public sealed record Documentation(
    string? Summary,
    string? EvidenceLevel,
    string? EvidenceNote,
    string? Default,
    EquatableArray<string> Examples,
    bool IsDeprecated
)
{
    public static Documentation None { get; } = new(null, null, null, null, [], false);
}
