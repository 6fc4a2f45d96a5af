using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>The texts that <c>enum</c> or <c>const</c> allows; a <c>const</c> is an enumeration of one.</summary>
internal static class EnumerationTexts
{
    /// <summary>The texts, or null when the schema enumerates none.</summary>
    public static IReadOnlyList<SchemaNode>? Of(SchemaNode schema)
    {
        if (schema["enum"] is { IsArray: true } values && values.Items.All(i => i.IsString))
        {
            return values.Items;
        }

        return schema["const"] is { IsString: true } value ? [value] : null;
    }
}
