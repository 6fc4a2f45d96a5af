namespace Doku.Contracts.Conformance.Tests.Corpus;

/// <summary>A schema under test: where it stands, what type comes of it, and what is known of it beforehand.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="File">The logical path of its file; it is the whole file.</param>
/// <param name="TypeName">The full name of the type that is generated from it.</param>
/// <param name="Valid">Whole instances that somebody found to be right.</param>
/// <param name="Invalid">Whole instances that somebody found to be wrong.</param>
internal sealed record SchemaCase(
    string Name,
    string File,
    string TypeName,
    IReadOnlyList<string> Valid,
    IReadOnlyList<string> Invalid
)
{
    /// <summary>Whether it was made for these tests, rather than for DOKU.</summary>
    public bool IsSynthetic { get; init; } = true;

    public override string ToString() => Name;
}
