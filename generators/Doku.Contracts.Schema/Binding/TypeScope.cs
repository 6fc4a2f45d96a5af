using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What the values of one type share while it is bound: its name, the names in it, its patterns.</summary>
internal sealed class TypeScope(TypeName owner)
{
    public TypeName Owner { get; } = owner;

    /// <summary>What the methods for values are called after. <c>CheckMembers</c> is the record's own.</summary>
    public NameScope Values { get; } = new("Members", "Value");

    public PatternScope Patterns { get; } = new(new NameScope());

    /// <summary>The schemas around the one that is being bound; one that is inside itself would never end.</summary>
    public HashSet<string> Open { get; } = new(StringComparer.Ordinal);
}

/// <summary>A value, and what its typed code doesn't assert.</summary>
internal sealed record BoundValue(ValueModel Value, AssertionModel LeftOver);

/// <summary>A type that several schemas give together where they meet; it has no place of its own in a file.</summary>
internal sealed record MergedType(
    TypeName Name,
    ValueKind Kind,
    IReadOnlyList<SchemaLocation> Locations
);
