using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Patterns;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Looks at every schema of a document, used or not: unknown keywords, values of the wrong form, references that lead nowhere.</summary>
internal static class KeywordChecker
{
    // Of an own keyword, so many wrong letters are a slip and not another word.
    private const int MostSlips = 2;

    public static void Check(BindingContext context)
    {
        foreach (var location in context.Document.OrderedSchemas)
        {
            Check(context, location);
        }
    }

    /// <summary>Checks one schema; those inside it are checked by themselves.</summary>
    public static void Check(BindingContext context, SchemaLocation location)
    {
        if (
            location.Pointer == location.Resource.Pointer
            && location.Node["$schema"] is { IsString: true } dialect
            && !context.DialectOf(location).IsKnown
        )
        {
            context.Report(location, Rule.UnknownDialect, dialect.Range, dialect.Text);
        }

        foreach (var member in location.Node.Members)
        {
            Check(context, location, member);
        }

        foreach (var keyword in new[] { "then", "else" })
        {
            if (location.Node["if"] is null && location.Node.Find(keyword) is { } branch)
            {
                context.Report(location, Rule.BranchWithoutIf, branch.NameRange, keyword);
            }
        }

        // Resolving a chain of references once finds the ones that lead back to themselves.
        if (location.Node["$ref"] is not null)
        {
            context.View(location);
        }
    }

    private static void Check(BindingContext context, SchemaLocation location, SchemaMember member)
    {
        if (KeywordTable.Find(member.Name) is not { } keyword)
        {
            if (location.IsAdvice && member.Name == KeywordForms.Reason)
            {
                return;
            }

            CheckUnknown(context, location, member);
            return;
        }

        if (!context.DialectOf(location).Has(keyword))
        {
            return;
        }

        if (keyword.Fault(member.Value) is { } fault)
        {
            var argument = $"'{member.Name}' {fault}";
            context.Report(location, Rule.WrongKeywordValue, member.Value.Range, argument);
            return;
        }

        CheckMeaning(context, location, member);
        CheckApplies(context, location, member, keyword);
    }

    private static void CheckUnknown(
        BindingContext context,
        SchemaLocation location,
        SchemaMember member
    )
    {
        var near = KeywordTable
            .All.Where(k =>
                k.Name.StartsWith("x-", StringComparison.Ordinal)
                || !location.Document.File.Settings.Allows(member.Name)
            )
            .Select(k => (k.Name, Distance: EditDistance.Of(k.Name, member.Name, MostSlips)))
            .Where(k => k.Distance <= MostSlips && k.Distance < k.Name.Length / 2)
            .OrderBy(k => k.Distance)
            .Select(k => k.Name)
            .FirstOrDefault();
        if (
            near is null
            && location.Document.File.Settings.Allows(member.Name)
            && !(
                KeywordTable.IsRenamedAssertion(member.Name)
                && !location.Document.File.Settings.Annotations.Contains(member.Name)
            )
        )
        {
            return;
        }

        if (near is null && KeywordTable.NewName(member.Name) is { } renamed)
        {
            context.Report(
                location,
                Rule.RefusedKeyword,
                member.NameRange,
                $"'{member.Name}' is of an older draft: {renamed}"
            );
            return;
        }

        context.Report(
            location,
            Rule.UnknownKeyword,
            member.NameRange,
            near is null ? $"'{member.Name}'" : $"'{member.Name}'; did you mean '{near}'?"
        );
    }

    private static void CheckMeaning(
        BindingContext context,
        SchemaLocation location,
        SchemaMember member
    )
    {
        var value = member.Value;
        switch (member.Name)
        {
            case "$ref" or "$dynamicRef" when context.Resolve(location, value.Text) is null:
                // A file that isn't JSON is reported at its own place; what refers to it need not be.
                if (!context.IsUnreadable(location, value.Text))
                {
                    context.Report(location, Rule.UnresolvedReference, value.Range, value.Text);
                }

                break;
            case "pattern":
                CheckPattern(context, location, value.Text, value.Range);
                break;
            case "patternProperties":
                foreach (var named in value.Members)
                {
                    CheckPattern(context, location, named.Name, named.NameRange);
                }

                break;
            case "format"
                when !location.Document.File.Settings.IsFormatAnnotation
                    && !FormatTable.IsKnown(value.Text):
                context.Report(location, Rule.UnknownFormat, value.Range, value.Text);
                break;
        }
    }

    private static void CheckPattern(
        BindingContext context,
        SchemaLocation location,
        string pattern,
        TextRange range
    )
    {
        if (PatternReader.Read(pattern, null, out var failure) is not { } read)
        {
            context.Report(location, Rule.InvalidPattern, range, failure!);
        }
        else if (
            location.Node.TextOf("pattern") == pattern
            && read is Model.RegexPattern { IsAnchored: false }
        )
        {
            context.Report(location, Rule.UnanchoredPattern, range, pattern);
        }
    }

    private static void CheckApplies(
        BindingContext context,
        SchemaLocation location,
        SchemaMember member,
        Keyword keyword
    )
    {
        if (
            keyword.IsAssertion
            && context.Value(location, "type") is { } type
            && (keyword.Types & SchemaView.TypesOf(type)) == JsonTypes.None
        )
        {
            IEnumerable<string> types = type.IsArray ? type.Items.Select(i => i.Text) : [type.Text];
            context.Report(
                location,
                Rule.InapplicableKeyword,
                member.NameRange,
                $"'{member.Name}' says nothing about the type '{string.Join(", ", types)}'"
            );
        }
    }
}
