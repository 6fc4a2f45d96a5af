using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// The texts that a schema allows one by one: <c>enum</c>, <c>const</c>, or a <c>oneOf</c> of constants that each have
/// a description.
/// </summary>
internal static class EnumerationTexts
{
    /// <summary>The texts, each with the schema that describes it; null when the schema enumerates none.</summary>
    public static IReadOnlyList<(SchemaNode Text, SchemaNode? Schema)>? Of(SchemaNode schema)
    {
        if (schema["enum"] is { IsArray: true } values)
        {
            var texts = values.Items.Where(i => i.Kind != SchemaNodeKind.Null).ToList();
            return texts.Count > 0 && texts.TrueForAll(i => i.IsString)
                ? [.. texts.Select(t => (t, (SchemaNode?)null))]
                : null;
        }

        if (schema["const"] is { IsString: true } value)
        {
            return [(value, null)];
        }

        var branches = (schema["oneOf"] ?? schema["anyOf"])?.Items;
        return
            branches is { Count: > 0 }
            && branches.All(IsConstant)
            && branches.Select(b => b["const"]!.Text).Distinct().Count() == branches.Count
            ? [.. branches.Select(b => (b["const"]!, (SchemaNode?)b))]
            : null;
    }

    /// <summary>The keyword that enumerates.</summary>
    public static string Keyword(SchemaNode schema) =>
        schema["enum"] is not null ? "enum"
        : schema["const"] is not null ? "const"
        : schema["oneOf"] is not null ? "oneOf"
        : "anyOf";

    private static bool IsConstant(SchemaNode branch) =>
        branch["const"] is { IsString: true }
        && branch.Members.All(m => m.Name == "const" || KeywordTable.IsAnnotation(m.Name));
}
