using System.Globalization;
using System.Text;
using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>Patterns as character sets, as straight matching code, or as regular expressions.</summary>
internal static class PatternPrinter
{
    /// <summary>The statements, less the class, that check a text's patterns, but for the set that is checked with the lengths.</summary>
    public static IEnumerable<string> Checks(
        string name,
        TextRules rules,
        string expression,
        CharacterPattern? except
    )
    {
        var (sets, sequences, regexes) = (0, 0, 0);
        foreach (var pattern in rules.Patterns)
        {
            if (ReferenceEquals(pattern, except))
            {
                sets++;
                continue;
            }

            yield return pattern switch
            {
                CharacterPattern set =>
                    $"Allowed({expression}, {SetExpression(name, set, Suffix(sets++))}, ref errors);",
                SequencePattern =>
                    $"Pattern(Matches{name}{Suffix(sequences++)}({expression}), {Literals.Text(pattern.Source)}, ref errors);",
                _ => $"Pattern({expression}, {name}Pattern{Suffix(regexes++)}, ref errors);",
            };
        }
    }

    /// <summary>Prints the sets and regular expressions that have no name elsewhere.</summary>
    public static void PrintFields(SourceWriter writer, EquatableArray<PropertyModel> properties)
    {
        foreach (var (name, rules) in properties.SelectMany(p => TextsOf(p.Name, p.Value)))
        {
            var (sets, regexes) = (0, 0);
            foreach (var pattern in rules.Patterns)
            {
                switch (pattern)
                {
                    case CharacterPattern set:
                        var suffix = Suffix(sets++);
                        if (set.Set is null)
                        {
                            writer
                                .Line(
                                    $"internal static readonly {Names.Runtime}CharacterSet {SetName(name, suffix)} = {NewSet(set)};"
                                )
                                .Line();
                        }

                        break;
                    case RegexPattern regex:
                        writer
                            .Line(
                                $"private static readonly {Names.Runtime}ContractPattern {name}Pattern{Suffix(regexes++)} = new({Literals.Text(regex.Source)});"
                            )
                            .Line();
                        break;
                }
            }
        }
    }

    /// <summary>Prints the methods that match sequences.</summary>
    public static void PrintMatchers(SourceWriter writer, EquatableArray<PropertyModel> properties)
    {
        foreach (var (name, rules) in properties.SelectMany(p => TextsOf(p.Name, p.Value)))
        {
            var index = 0;
            foreach (var sequence in rules.Patterns.OfType<SequencePattern>())
            {
                PrintMatcher(writer, $"Matches{name}{Suffix(index++)}", sequence);
            }
        }
    }

    public static string NewSet(CharacterPattern set) =>
        $"new {Names.Runtime}CharacterSet({Literals.Text(set.SetName)}, {Literals.Text(Ranges(set))}, {Literals.Text(set.Description)})";

    /// <summary>A set's ranges as the runtime takes them: pairs of first and last code point.</summary>
    public static string Ranges(CharacterPattern set)
    {
        var ranges = new StringBuilder();
        foreach (var range in set.Ranges)
        {
            // Halves of surrogate pairs are no characters; a range around them is one below and one above.
            Append(ranges, range.First, Math.Min(range.Last, 0xD7FF));
            Append(ranges, Math.Max(range.First, 0xE000), range.Last);
        }

        return ranges.ToString();
    }

    public static string SetName(string name, string suffix) => $"{name}Characters{suffix}";

    /// <summary>Nothing for the first, <c>2</c> for the second: nearly always there is one alone.</summary>
    public static string Suffix(int index) =>
        index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder ranges, int first, int last)
    {
        if (first <= last)
        {
            ranges.Append(char.ConvertFromUtf32(first)).Append(char.ConvertFromUtf32(last));
        }
    }

    /// <summary>A text's first set as an expression.</summary>
    public static string FirstSet(string name, CharacterPattern set) =>
        SetExpression(name, set, "");

    private static string SetExpression(string name, CharacterPattern set, string suffix) =>
        set.Set is null ? SetName(name, suffix) : Names.SetOf(set);

    private static IEnumerable<(string Name, TextRules Rules)> TextsOf(
        string name,
        ValueModel value
    ) =>
        value switch
        {
            TextValue text => [(name, text.Rules)],
            TimestampValue timestamp => [(name, timestamp.Rules)],
            EnumerationValue enumeration => [(name, enumeration.Rules)],
            NullableValue nullable => TextsOf(name, nullable.Inner),
            MapValue map => TextsOf(name + "Item", map.Item),
            ListValue list => TextsOf(name + "Item", list.Item),
            _ => [],
        };

    public static void PrintMatcher(SourceWriter writer, string method, SequencePattern pattern)
    {
        using (writer.Begin($"private static bool {method}(string text)"))
        {
            writer.Line("var at = 0;");
            for (var i = 0; i < pattern.Elements.Count; i++)
            {
                var literal = LiteralFrom(pattern, i);
                if (literal.Length > 1)
                {
                    // Several fixed characters are compared at once.
                    writer
                        .Line(
                            $"if (!global::System.MemoryExtensions.StartsWith(global::System.MemoryExtensions.AsSpan(text, at), {Literals.Text(literal)})) return false;"
                        )
                        .Line($"at += {Literals.Number(literal.Length)};");
                    i += literal.Length - 1;
                }
                else
                {
                    PrintElement(writer, pattern.Elements[i]);
                }
            }

            writer.Line("return at == text.Length;");
        }

        writer.Line();
    }

    private static string LiteralFrom(SequencePattern pattern, int index) =>
        string.Concat(
            pattern
                .Elements.Skip(index)
                .TakeWhile(e =>
                    e is { Min: 1, Max: 1, Ranges: [var only] } && only.First == only.Last
                )
                .Select(e => (char)e.Ranges[0].First)
        );

    private static void PrintElement(SourceWriter writer, SequenceElement element)
    {
        var isMember = string.Join(" or ", element.Ranges.Select(Range));
        if (element is { Min: 1, Max: 1 })
        {
            writer.Line($"if (at >= text.Length || text[at] is not ({isMember})) return false;");
            // One character, which may be a pair of UTF-16 units.
            writer.Line(
                element.Ranges.Any(r => r.Last > 0xFFFF)
                    ? $"at += {Names.Runtime}TextFormats.CharacterLength(text, at);"
                    : "at++;"
            );
            return;
        }

        if (element is { Min: 0, Max: 1 })
        {
            writer.Line($"if (at < text.Length && text[at] is {isMember}) at++;");
            return;
        }

        if (element is { Max: null, Ranges: [var range] })
        {
            // One range without an end is passed many characters at a time.
            using (writer.Begin())
            {
                writer.Line(
                    $"var run = {Names.Runtime}TextFormats.RunLength(global::System.MemoryExtensions.AsSpan(text, at), {Literals.Character((char)range.First)}, {Literals.Character(Last(range))});"
                );
                if (element.Min > 0)
                {
                    writer.Line($"if (run < {Literals.Number(element.Min)}) return false;");
                }

                writer.Line("at += run;");
            }

            return;
        }

        using (writer.Begin())
        {
            var most = element.Max is { } max ? $" && at - from < {Literals.Number(max)}" : "";
            writer.Line("var from = at;");
            writer.Line($"while (at < text.Length{most} && text[at] is {isMember}) at++;");
            if (element.Min > 0)
            {
                writer.Line($"if (at - from < {Literals.Number(element.Min)}) return false;");
            }
        }
    }

    private static string Range(CodePointRange range) =>
        range.First == range.Last
            ? Literals.Character((char)range.First)
            : $"(>= {Literals.Character((char)range.First)} and <= {Literals.Character(Last(range))})";

    // A class that goes beyond the BMP has all that is there, both halves of each pair.
    private static char Last(CodePointRange range) => (char)Math.Min(range.Last, 0xFFFF);
}
