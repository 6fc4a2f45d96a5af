using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>
/// The limits of a record's members as static properties; never constants, because a caller that was compiled
/// against a constant keeps the old limit.
/// </summary>
internal static class LimitsPrinter
{
    public static void Print(SourceWriter writer, ObjectModel model)
    {
        var limits = model.Properties.SelectMany(Of).ToList();
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
        var cref = $"<see cref=\"{property.Name}\"/>";
        return Names.Plain(property.Value) switch
        {
            TextValue text => Of(text.Rules, property.Name, cref),
            IntegerValue integer => Of(
                integer.Rules,
                property.Name,
                cref,
                "long",
                Literals.WholeNumber
            ),
            NumberValue number => Of(number.Rules, property.Name, cref, "decimal", Literals.Number),
            ListValue list => Of(list, property.Name, cref),
            _ => [],
        };
    }

    private static IEnumerable<(string, string, string, string)> Of(
        TextRules rules,
        string name,
        string cref
    )
    {
        if (rules.MinLength is { } min)
        {
            yield return (
                "int",
                name + "MinLength",
                Literals.Number(min),
                $"The fewest characters of {cref}"
            );
        }

        if (rules.MaxLength is { } max)
        {
            yield return (
                "int",
                name + "MaxLength",
                Literals.Number(max),
                $"The most characters of {cref}"
            );
        }

        var index = 0;
        foreach (var pattern in rules.Patterns)
        {
            if (pattern is CharacterPattern set)
            {
                var suffix = PatternPrinter.Suffix(index++);
                yield return (
                    Names.Runtime + "CharacterSet",
                    $"{name}Characters{suffix}",
                    set.Set is null
                        ? $"Codec.{PatternPrinter.SetName(name, suffix)}"
                        : Names.SetOf(set),
                    $"The characters that {cref} allows"
                );
            }
        }
    }

    private static IEnumerable<(string, string, string, string)> Of(
        NumberRules rules,
        string name,
        string cref,
        string type,
        Func<decimal, string> literal
    )
    {
        if (rules.Minimum is { } min)
        {
            yield return (type, name + "Minimum", literal(min), $"The least {cref}");
        }

        if (rules.Maximum is { } max)
        {
            yield return (type, name + "Maximum", literal(max), $"The greatest {cref}");
        }
    }

    private static IEnumerable<(string, string, string, string)> Of(
        ListValue list,
        string name,
        string cref
    )
    {
        if (list.MinItems is { } min)
        {
            yield return (
                "int",
                name + "MinItems",
                Literals.Number(min),
                $"The fewest items of {cref}"
            );
        }

        if (list.MaxItems is { } max)
        {
            yield return (
                "int",
                name + "MaxItems",
                Literals.Number(max),
                $"The most items of {cref}"
            );
        }
    }
}
