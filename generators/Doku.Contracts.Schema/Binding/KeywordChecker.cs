using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Looks at every schema of a document: keywords outside the profile, and values of the wrong form.</summary>
internal static class KeywordChecker
{
    private static readonly string[] One = ["items", "additionalProperties", "if", "then", "else"];
    private static readonly string[] Listed = ["allOf", "oneOf"];
    private static readonly string[] Named = ["properties", "$defs"];

    /// <summary>Checks a schema and those inside it.</summary>
    /// <returns>Whether all is well, so that binding may rely on the forms.</returns>
    public static bool Check(BindingContext context, SchemaLocation location)
    {
        var isSound = true;
        foreach (var member in location.Node.Members)
        {
            isSound &= Check(context, location, member);
        }

        foreach (var keyword in new[] { "then", "else" })
        {
            if (location.Node["if"] is null && location.Node.Find(keyword) is { } branch)
            {
                context.Report(location, Rule.BranchWithoutIf, branch.NameRange, keyword);
                isSound = false;
            }
        }

        return isSound
            && Children(location).ToList().TrueForAll(child => Check(context, child.Schema));
    }

    private static bool Check(BindingContext context, SchemaLocation location, SchemaMember member)
    {
        if (Keywords.Refusal(member.Name) is { } reason)
        {
            var argument = $"'{member.Name}' is outside the profile: {reason}";
            context.Report(location, Rule.RefusedKeyword, member.NameRange, argument);
            return false;
        }

        if (!Keywords.IsKnown(member.Name))
        {
            context.Report(location, Rule.UnknownKeyword, member.NameRange, member.Name);
            return false;
        }

        if (Keywords.Fault(member.Name, member.Value) is { } fault)
        {
            var argument = $"'{member.Name}' {fault}";
            context.Report(location, Rule.WrongKeywordValue, member.Value.Range, argument);
            return false;
        }

        CheckApplies(context, location, member);
        return true;
    }

    private static void CheckApplies(
        BindingContext context,
        SchemaLocation location,
        SchemaMember member
    )
    {
        if (
            location.Node["type"] is not { } type
            || Keywords.TypesOf(member.Name) is not { } applicable
        )
        {
            return;
        }

        IReadOnlyList<string> types = type.IsArray
            ? [.. type.Items.Select(i => i.Text)]
            : [type.Text];
        if (!types.Any(applicable.Contains))
        {
            var argument =
                $"{member.Name}' says nothing about the type '{string.Join(", ", types)}";
            context.Report(location, Rule.InapplicableKeyword, member.NameRange, argument);
        }
    }

    /// <summary>The schemas directly inside a schema, each with the keyword that holds it.</summary>
    public static IEnumerable<(string Keyword, SchemaLocation Schema)> Children(
        SchemaLocation location
    )
    {
        foreach (var keyword in Named)
        {
            foreach (var member in location.Node[keyword]?.Members ?? [])
            {
                yield return (keyword, location.Child(keyword, member.Name, member.Value));
            }
        }

        foreach (var keyword in One)
        {
            if (location.Node[keyword] is { IsObject: true } node)
            {
                yield return (keyword, location.Child(keyword, node));
            }
        }

        foreach (var keyword in Listed)
        {
            var index = 0;
            foreach (var node in location.Node[keyword]?.Items ?? (IReadOnlyList<SchemaNode>)[])
            {
                yield return (keyword, location.Child(keyword, index++, node));
            }
        }
    }
}
