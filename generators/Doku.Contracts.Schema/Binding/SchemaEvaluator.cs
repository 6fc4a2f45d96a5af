using System.Globalization;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// Holds a value that stands in a schema (a default, an example, a value of an enumeration) against the schema it
/// stands in, as a hint to its author. Types, limits, constants and members are looked at; what this doesn't know it
/// passes, since generated code judges values and not this.
/// </summary>
internal sealed class SchemaEvaluator(BindingContext context)
{
    private const int MaxDepth = 32;

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Fault(SchemaNode value, params IReadOnlyList<SchemaLocation> schemas) =>
        Fault(value, schemas, 0);

    private string? Fault(SchemaNode value, IReadOnlyList<SchemaLocation> schemas, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        var view = context.View(schemas);
        foreach (var (_, type) in view.All("type"))
        {
            if ((SchemaView.TypeOf(value) & SchemaView.TypesOf(type)) == JsonTypes.None)
            {
                IEnumerable<string> names = type.IsArray
                    ? type.Items.Select(i => i.Text)
                    : [type.Text];
                return $"it must be of the type {string.Join(" or ", names)}";
            }
        }

        return EnumFault(value, view)
            ?? LimitFault(value, view)
            ?? value.Kind switch
            {
                SchemaNodeKind.String => PatternFault(value, view),
                SchemaNodeKind.Array => ArrayFault(value, view, depth),
                SchemaNodeKind.Object => ObjectFault(value, view, depth),
                _ => null,
            };
    }

    private static string? EnumFault(SchemaNode value, SchemaView view)
    {
        foreach (
            var (_, known) in view.All("enum")
                .Concat(view.All("const").Select(c => (c.Location, c.Value)))
        )
        {
            IReadOnlyList<SchemaNode> allowed = known.IsArray ? known.Items : [known];
            if (!allowed.Any(a => IsEqual(a, value)) && !IsEqual(known, value))
            {
                return $"it must be one of {string.Join(", ", allowed.Select(a => a.IsString ? a.Text : JsonText.Of(a)))}";
            }
        }

        return null;
    }

    private static bool IsEqual(SchemaNode left, SchemaNode right) =>
        left.Kind == right.Kind
        && left.Kind switch
        {
            SchemaNodeKind.Number => SchemaNumber.Parse(left.Text).Canonical
                == SchemaNumber.Parse(right.Text).Canonical,
            SchemaNodeKind.Array => left.Items.Count == right.Items.Count
                && left.Items.Zip(right.Items, IsEqual).All(equal => equal),
            SchemaNodeKind.Object => left.Members.Count == right.Members.Count
                && left.Members.All(m => right[m.Name] is { } other && IsEqual(m.Value, other)),
            _ => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
        };

    private static string? LimitFault(SchemaNode value, SchemaView view)
    {
        foreach (var kind in LimitKind.All)
        {
            var measure = (kind.Unit, value.Kind) switch
            {
                (LimitUnit.Characters, SchemaNodeKind.String) => CodePoints(value.Text),
                (LimitUnit.Items, SchemaNodeKind.Array) => value.Items.Count,
                (LimitUnit.Number, SchemaNodeKind.Number) => value.AsNumber(),
                _ => null,
            };
            foreach (var (_, limit) in measure is null ? [] : view.All(kind.Keyword))
            {
                if (limit.AsNumber() is { } number && !Keeps(kind, measure!.Value, number))
                {
                    var phrase = string.Format(
                        CultureInfo.InvariantCulture,
                        kind.Phrase,
                        limit.Text
                    );
                    return $"it must {(kind.Unit == LimitUnit.Number ? "be" : "have")} {phrase}";
                }
            }
        }

        return null;
    }

    private static bool Keeps(LimitKind kind, decimal value, decimal limit) =>
        kind.Keyword switch
        {
            "exclusiveMinimum" => value > limit,
            "exclusiveMaximum" => value < limit,
            "multipleOf" => value % limit == 0,
            _ => kind.IsLower == true ? value >= limit : value <= limit,
        };

    private static string? PatternFault(SchemaNode value, SchemaView view)
    {
        foreach (var (_, pattern) in view.All("pattern"))
        {
            if (Patterns.PatternMatcher.Create(pattern.Text)?.Rejects(value.Text) == true)
            {
                return $"it must match the pattern {pattern.Text}";
            }
        }

        return null;
    }

    private string? ArrayFault(SchemaNode value, SchemaView view, int depth)
    {
        var items = view.Children("items");
        return items.Count == 0 || view.Has("prefixItems")
            ? null
            : value
                .Items.Select(item => Fault(item, items, depth + 1))
                .FirstOrDefault(f => f is not null);
    }

    private string? ObjectFault(SchemaNode value, SchemaView view, int depth)
    {
        foreach (var name in view.All("required").SelectMany(found => found.Value.Items))
        {
            if (value.Find(name.Text) is null)
            {
                return $"the member '{name.Text}' is required";
            }
        }

        foreach (var member in value.Members)
        {
            var known = view.Property(member.Name);
            if (
                known is null
                && !view.Has("patternProperties")
                && view.All("additionalProperties").Any(a => a.Value.IsFalseValue)
            )
            {
                return $"'{member.Name}' is not a member";
            }

            if (known is not null && Fault(member.Value, known, depth + 1) is { } fault)
            {
                return $"'{member.Name}': {fault}";
            }
        }

        return null;
    }

    // JSON Schema counts a pair of surrogates as the one character that it is.
    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }
}
