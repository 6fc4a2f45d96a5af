using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Looks at every schema of a document: keywords outside the profile, and values of the wrong form.</summary>
internal static class KeywordChecker
{
    private static readonly string[] One = ["items", "if", "then", "else"];
    private static readonly string[] Named = ["properties", "$defs"];

    /// <summary>Checks a schema and those inside it.</summary>
    /// <returns>Whether all is well, so that binding may rely on the forms.</returns>
    public static bool Check(BindingContext context, SchemaLocation location)
    {
        var isSound = true;
        foreach (var member in location.Node.Members)
        {
            if (!Keywords.IsKnown(member.Name))
            {
                context.Report(location, Rule.UnknownKeyword, member.NameRange, member.Name);
                isSound = false;
            }
            else if (Keywords.Fault(member.Name, member.Value) is { } fault)
            {
                context.Report(
                    location,
                    Rule.WrongKeywordValue,
                    member.Value.Range,
                    $"'{member.Name}' {fault}"
                );
                isSound = false;
            }
        }

        return isSound && Children(location).ToList().TrueForAll(child => Check(context, child));
    }

    /// <summary>The schemas directly inside a schema.</summary>
    public static IEnumerable<SchemaLocation> Children(SchemaLocation location)
    {
        foreach (var keyword in Named)
        {
            foreach (var member in location.Node[keyword]?.Members ?? [])
            {
                yield return location.Child(keyword, member.Name, member.Value);
            }
        }

        foreach (var keyword in One)
        {
            if (location.Node[keyword] is { } node)
            {
                yield return location.Child(keyword, node);
            }
        }

        var index = 0;
        foreach (var node in location.Node["allOf"]?.Items ?? (IReadOnlyList<SchemaNode>)[])
        {
            yield return location.Child("allOf", index++, node);
        }
    }
}
