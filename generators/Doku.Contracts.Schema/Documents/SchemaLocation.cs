using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Documents;

/// <summary>What a schema is for, as its place tells.</summary>
public enum SchemaPosition
{
    /// <summary>It asks or demands, as under <c>if</c> or <c>not</c>; no C# type is made of it.</summary>
    Condition,

    /// <summary>It is a part of the schema around it: <c>allOf</c>.</summary>
    Part,

    /// <summary>It says what a value is.</summary>
    Shape,
}

/// <summary>A schema and where it stands.</summary>
/// <param name="Document">Its file.</param>
/// <param name="Node">The schema: an object, true or false.</param>
/// <param name="Pointer">Its JSON Pointer in the file.</param>
/// <param name="Resource">The innermost schema around it that has an <c>$id</c>, or the file.</param>
/// <param name="Position">Whether a C# type is made of it.</param>
public sealed record SchemaLocation(
    SchemaDocument Document,
    SchemaNode Node,
    string Pointer,
    SchemaResource Resource,
    SchemaPosition Position
)
{
    /// <summary>Whether it is the value of an <c>x-advice</c>.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>Whether an <c>x-advice</c> in it is never given, since a value need not fit the schema, or is no value of its own.</summary>
    public bool IsMute { get; init; }

    public string Key { get; } = Document.File.LogicalPath + "#" + Pointer;

    /// <summary>A schema directly inside this one.</summary>
    public SchemaLocation Child(string keyword, string? name = null) =>
        Document.Schemas[Append(Append(Pointer, keyword), name)];

    public bool Equals(SchemaLocation? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    internal static string Append(string pointer, string? token) =>
        token is null ? pointer : $"{pointer}/{token.Replace("~", "~0").Replace("/", "~1")}";
}
