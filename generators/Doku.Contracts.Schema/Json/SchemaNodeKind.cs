namespace Doku.Contracts.Schema.Json;

/// <summary>The kinds of JSON values.</summary>
public enum SchemaNodeKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
