namespace Doku.Contracts.Runtime;

internal enum JsonKind : byte
{
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
}

/// <summary>
/// A value, or a member's name, in the table of a JSON text. An object is followed by its members, name and value in
/// turn, an array by its items.
/// </summary>
internal struct JsonToken
{
    public JsonKind Kind;

    /// <summary>Whether it is a member's name.</summary>
    public bool IsName;

    /// <summary>Whether a text or name has an escape.</summary>
    public bool IsEscaped;

    /// <summary>Where it begins in the text, and where it ends; quotes are part of it.</summary>
    public int Start;

    /// <inheritdoc cref="Start"/>
    public int End;

    /// <summary>The first token behind it and all that is inside it.</summary>
    public int Next;

    /// <summary>The object or array around it; -1 for the outermost value.</summary>
    public int Parent;

    /// <summary>How many items or members it has.</summary>
    public int Count;

    /// <summary>The hash code of its value; 0 until someone asked for it.</summary>
    public int Hash;
}
