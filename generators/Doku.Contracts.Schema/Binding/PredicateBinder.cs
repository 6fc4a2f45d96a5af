using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>The schema under an <c>if</c> to a question, and a keyword under <c>then</c> or <c>else</c> to a demand.</summary>
internal sealed class PredicateBinder(BindingContext context)
{
    /// <summary>
    /// Binds a question. The members that it asks for are looked up in the merged object: the schema under <c>if</c> says
    /// what to ask, not what there is.
    /// </summary>
    public AllPredicate? Bind(SchemaLocation test, MergedSchema target)
    {
        var parts = new List<PredicateModel>();
        foreach (var member in test.Node.Members)
        {
            if (
                Keywords.IsAnnotation(member.Name)
                || (member.Name == "type" && AddsNothing(member.Value, target))
            )
            {
                continue;
            }

            if (BindKeyword(test, member, target) is not { } found)
            {
                return null;
            }

            parts.AddRange(found);
        }

        return new AllPredicate(parts.ToEquatableArray());
    }

    /// <summary>Whether a <c>type</c> in a condition only repeats what the value is anyway.</summary>
    public static bool AddsNothing(SchemaNode type, MergedSchema target)
    {
        IReadOnlyList<string> named = type.IsArray
            ? [.. type.Items.Select(i => i.Text)]
            : [type.Text];
        return target.Types?.TrueForAll(t =>
                named.Contains(t) || (t == "integer" && named.Contains("number"))
            ) == true;
    }

    /// <summary>Binds a demand on a member: the question, and the error of a value that answers no.</summary>
    public (PredicateModel Rule, string Code, string Message)? Demand(
        SchemaLocation location,
        SchemaMember keyword,
        MergedSchema target
    )
    {
        var (code, message) = Words(keyword);
        if (code.Length == 0)
        {
            Unsupported(location, keyword);
            return null;
        }

        return BindKeyword(location, keyword, target) is [{ } rule] ? (rule, code, message) : null;
    }

    private static (string Code, string Message) Words(SchemaMember keyword)
    {
        var value = keyword.Value;
        var text = value.Text;
        return keyword.Name switch
        {
            "minLength" => (
                "min_length",
                $"must have at least {text} {(text == "1" ? "character" : "characters")} here"
            ),
            "maxLength" => (
                "max_length",
                $"must have at most {text} {(text == "1" ? "character" : "characters")} here"
            ),
            "pattern" => ("pattern", $"must match the pattern {text} here"),
            "minimum" => ("minimum", $"must be at least {text} here"),
            "exclusiveMinimum" => ("minimum", $"must be greater than {text} here"),
            "maximum" => ("maximum", $"must be at most {text} here"),
            "exclusiveMaximum" => ("maximum", $"must be less than {text} here"),
            "multipleOf" => ("multiple_of", $"must be a multiple of {text} here"),
            "minItems" => (
                "min_items",
                $"must have at least {text} {(text == "1" ? "item" : "items")} here"
            ),
            "maxItems" => (
                "max_items",
                $"must have at most {text} {(text == "1" ? "item" : "items")} here"
            ),
            "enum" => (
                "enum",
                $"must be one of {string.Join(", ", value.Items.Select(i => i.Text))} here"
            ),
            "const" => ("enum", $"must be one of {text} here"),
            _ => ("", ""),
        };
    }

    private List<PredicateModel>? BindKeyword(
        SchemaLocation test,
        SchemaMember member,
        MergedSchema target
    )
    {
        var value = member.Value;
        var number = value.AsNumber();
        switch (member.Name)
        {
            case "properties":
                return BindMembers(test, value, target);
            case "required":
                return BindPresent(test, value, target);
            case "items" when target.IsOf("array") && target.Items.Count > 0:
                var items = MergedSchema.Merge(context, target.Items);
                // An item that is null answers some questions and not others; in C# it answers none.
                return items.AllowsNull ? Unsupported(test, member)
                    : Bind(test.Child("items", value), items) is { } inner
                        ? [new EveryItemPredicate(inner)]
                    : null;
            case "enum"
            or "const"
                when Access(target) is { } access && EnumerationTexts.Of(Only(member)) is { } texts:
                return [new TextPredicate(texts.Select(t => t.Text).ToEquatableArray(), access)];
            case "enum" or "const" when IsNumber(target):
                IReadOnlyList<SchemaNode> allowed = value.IsArray ? value.Items : [value];
                if (allowed.Any(a => a.AsNumber() is null))
                {
                    return Unsupported(test, member);
                }

                return
                [
                    new NumberPredicate(
                        NumberRules.None with
                        {
                            Allowed = allowed.Select(a => a.AsNumber() ?? 0).ToEquatableArray(),
                        }
                    ),
                ];
            case "const" when target.IsOf("boolean"):
                return [new BooleanPredicate(value.Text == "true")];
            case "minLength" when Access(target) is { } access:
                return [new LengthPredicate((int?)number, null, access)];
            case "maxLength" when Access(target) is { } access:
                return [new LengthPredicate(null, (int?)number, access)];
            case "pattern" when Access(target) is { } access:
                return new TextBinder(context).ReadPattern(test, value) is { } pattern
                    ? [new PatternPredicate(pattern, access)]
                    : null;
            case "minItems" when target.IsOf("array"):
                return [new CountPredicate((int?)number, null)];
            case "maxItems" when target.IsOf("array"):
                return [new CountPredicate(null, (int?)number)];
            default:
                return IsNumber(target) && Rules(member.Name, number) is { } rules
                    ? [new NumberPredicate(rules)]
                    : Unsupported(test, member);
        }
    }

    private static NumberRules? Rules(string keyword, decimal? limit) =>
        keyword switch
        {
            "minimum" => NumberRules.None with { Minimum = limit },
            "exclusiveMinimum" => NumberRules.None with { ExclusiveMinimum = limit },
            "maximum" => NumberRules.None with { Maximum = limit },
            "exclusiveMaximum" => NumberRules.None with { ExclusiveMaximum = limit },
            "multipleOf" => NumberRules.None with { MultipleOf = limit },
            _ => null,
        };

    private static bool IsNumber(MergedSchema target) =>
        target.IsOf("integer") || target.IsOf("number");

    // A keyword by itself, as if it were a schema.
    private static SchemaNode Only(SchemaMember keyword)
    {
        var schema = new SchemaNode(SchemaNodeKind.Object, "", keyword.Value.Range);
        schema.Add(keyword);
        return schema;
    }

    private static TextAccess? Access(MergedSchema target) =>
        !target.IsOf("string") ? null
        : target.Parts.Exists(part => EnumerationTexts.Of(part.Node) is not null) ? TextAccess.Value
        : target.First("format") is { } format
        && TextBinder.TimestampFormats.Contains(format.Value.Text)
            ? TextAccess.Text
        : TextAccess.Itself;

    private List<PredicateModel>? BindMembers(
        SchemaLocation test,
        SchemaNode members,
        MergedSchema target
    )
    {
        var result = new List<PredicateModel>();
        foreach (var member in members.Members)
        {
            if (target.Properties.Find(p => p.Name == member.Name).Schemas is not { } schemas)
            {
                return Unsupported(test, member);
            }

            var merged = MergedSchema.Merge(context, schemas);
            if (merged.AllowsNull)
            {
                // In C# an optional member that is null is one that is absent, and a condition may tell them apart.
                return Unsupported(test, member);
            }

            if (Bind(test.Child("properties", member.Name, member.Value), merged) is not { } inner)
            {
                return null;
            }

            result.Add(
                new MemberPredicate(
                    ObjectBinder.PropertyName(schemas[0], member.Name, TypeOf(target)),
                    inner
                )
            );
        }

        return result;
    }

    private List<PredicateModel>? BindPresent(
        SchemaLocation test,
        SchemaNode required,
        MergedSchema target
    )
    {
        var result = new List<PredicateModel>();
        foreach (var item in required.Items)
        {
            if (target.Properties.Find(p => p.Name == item.Text).Schemas is not { } schemas)
            {
                context.Report(test, Rule.UndeclaredRequired, item.Range, item.Text);
                return null;
            }

            if (MergedSchema.Merge(context, schemas).AllowsNull)
            {
                context.Report(test, Rule.UnsupportedCondition, item.Range, item.Text);
                return null;
            }

            result.Add(
                new PresentPredicate(
                    ObjectBinder.PropertyName(schemas[0], item.Text, TypeOf(target))
                )
            );
        }

        return result;
    }

    private List<PredicateModel>? Unsupported(SchemaLocation test, SchemaMember member)
    {
        context.Report(test, Rule.UnsupportedCondition, member.NameRange, member.Name);
        return null;
    }

    private static string TypeOf(MergedSchema target) => TypeNaming.NameOf(target.Parts[0]).Name;
}
