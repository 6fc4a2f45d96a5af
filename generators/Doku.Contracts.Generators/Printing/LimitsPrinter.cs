using System.Globalization;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>
/// The limits of a record's members as static properties; never constants, because a caller that was compiled
/// against a constant keeps the old limit.
/// </summary>
internal static class LimitsPrinter
{
    public static void Print(SourceWriter writer, IEnumerable<PropertyModel> properties)
    {
        var limits = properties.SelectMany(Of).ToList();
        if (limits.Count == 0)
        {
            return;
        }

        writer.Line(
            "/// <summary>The limits of the members, for forms and documentation.</summary>"
        );
        using (writer.Begin("public static class Limits"))
        {
            foreach (var (type, name, value, words) in limits)
            {
                writer
                    .Line($"/// <summary>{words}.</summary>")
                    .Line($"public static {type} {name} => {value};")
                    .Line();
            }
        }

        writer.Line();
    }

    private static IEnumerable<(string Type, string Name, string Value, string Words)> Of(
        PropertyModel property
    )
    {
        var (limits, patterns) = property.Value.Plain switch
        {
            TextValue text => (text.Rules.Limits, text.Rules.Patterns),
            IntegerValue integer => (integer.Rules.Limits, []),
            NumberValue number => (number.Rules.Limits, []),
            ListValue list => (list.Limits, []),
            _ => ([], []),
        };
        var isWhole = property.Value.Plain is IntegerValue;
        foreach (var limit in limits.Where(l => l.Kind.Meaning is not null))
        {
            var (type, value) =
                limit.Kind.Unit != LimitUnit.Number ? ("int", Literals.Number((int)limit.Value))
                : isWhole && decimal.Truncate(limit.Value) == limit.Value
                    ? ("long", Literals.WholeNumber(limit.Value))
                : ("decimal", Literals.Number(limit.Value));
            yield return (
                type,
                property.Name + limit.Kind.Check,
                value,
                $"{limit.Kind.Meaning} <see cref=\"{property.Name}\"/>"
            );
        }

        var count = 0;
        foreach (var named in patterns.Where(p => p.Pattern is CharacterPattern))
        {
            var number = ++count > 1 ? count.ToString(CultureInfo.InvariantCulture) : "";
            yield return (
                Names.Runtime + "CharacterSet",
                $"{property.Name}Characters{number}",
                PatternPrinter.Set(named, "Codec."),
                $"The characters that <see cref=\"{property.Name}\"/> allows"
            );
        }
    }
}
