namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>Where a schema is made.</summary>
/// <param name="Depth">How deep it may still go.</param>
/// <param name="Definition">The definition that it is part of; -1 for a file's root.</param>
/// <param name="IsInside">Whether it judges something inside the definition's value, so that references may lead back.</param>
/// <param name="File">The file that it is in.</param>
/// <param name="Resource">The <c>$id</c> of the resource that it is in; null for the file itself.</param>
/// <param name="Names">Names of members that schemas around it speak of.</param>
internal sealed record Scope(
    int Depth,
    int Definition,
    bool IsInside,
    string File,
    string? Resource,
    IReadOnlyList<string> Names
)
{
    /// <summary>A schema for the same value.</summary>
    public Scope InPlace => this with { Depth = Depth - 1 };

    /// <summary>A schema for what is inside the value.</summary>
    public Scope Inside => this with { Depth = Depth - 1, IsInside = true, Names = [] };
}
