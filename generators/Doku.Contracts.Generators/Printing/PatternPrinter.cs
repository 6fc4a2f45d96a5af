using System.Text;
using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>Patterns as character sets, as straight matching code, or as regular expressions.</summary>
internal static class PatternPrinter
{
    /// <summary>Prints the sets and regular expressions that have no name elsewhere.</summary>
    public static void PrintFields(SourceWriter writer, EquatableArray<NamedPattern> patterns)
    {
        foreach (var named in patterns)
        {
            switch (named.Pattern)
            {
                case CharacterPattern { Set: null } set:
                    writer
                        .Line(
                            $"internal static readonly {Names.Runtime}CharacterSet CharactersOf{named.Name} = {NewSet(set)};"
                        )
                        .Line();
                    break;
                case RegexPattern:
                    writer
                        .Line(
                            $"private static readonly {Names.Runtime}ContractPattern PatternOf{named.Name} = new({SchemaText.Literal(named.Pattern.Source)});"
                        )
                        .Line();
                    break;
            }
        }
    }

    /// <summary>Prints the methods that match sequences.</summary>
    public static void PrintMatchers(SourceWriter writer, EquatableArray<NamedPattern> patterns)
    {
        foreach (var named in patterns)
        {
            if (named.Pattern is SequencePattern sequence)
            {
                PrintMatcher(writer, "Matches" + named.Name, sequence);
            }
        }
    }

    /// <summary>The statement, less the class, that checks a text against a pattern.</summary>
    public static string Check(NamedPattern named, string text)
    {
        var source = SchemaText.Literal(named.Pattern.Source);
        return named.Pattern switch
        {
            CharacterPattern => $"Allowed({text}, {Set(named)}, ref errors);",
            SequencePattern => $"Pattern(Matches{named.Name}({text}), {source}, ref errors);",
            _ => $"Pattern({text}, PatternOf{named.Name}, ref errors);",
        };
    }

    /// <summary>A condition that holds when a text doesn't match.</summary>
    public static string Mismatch(NamedPattern named, string text) =>
        named.Pattern switch
        {
            CharacterPattern => $"{Set(named)}.IndexOfDisallowed({text}) >= 0",
            SequencePattern => $"!Matches{named.Name}({text})",
            _ => $"!PatternOf{named.Name}.IsMatch({text})",
        };

    /// <summary>A character set as an expression.</summary>
    public static string Set(NamedPattern named, string holder = "") =>
        named.Pattern is CharacterPattern { Set: not null } set
            ? Names.SetOf(set)
            : $"{holder}CharactersOf{named.Name}";

    public static string NewSet(CharacterPattern set) =>
        $"new {Names.Runtime}CharacterSet({SchemaText.Literal(set.SetName)}, {SchemaText.Literal(Ranges(set))}, {SchemaText.Literal(set.Description)})";

    /// <summary>A set's ranges as the runtime takes them: pairs of first and last code point.</summary>
    public static string Ranges(CharacterPattern set)
    {
        var ranges = new StringBuilder();
        foreach (
            var range in set.Ranges.Where(r => r.First is < 0xD800 or > 0xDFFF || r.Last > 0xDFFF)
        )
        {
            // Halves of surrogate pairs are no characters; a range around them is one below and one above.
            if (range.First < 0xD800)
            {
                ranges.Append(Text(range.First)).Append(Text(Math.Min(range.Last, 0xD7FF)));
            }

            if (range.Last > 0xDFFF)
            {
                ranges.Append(Text(Math.Max(range.First, 0xE000))).Append(Text(range.Last));
            }
        }

        return ranges.ToString();
    }

    private static string Text(int codePoint) => char.ConvertFromUtf32(codePoint);

    private static void PrintMatcher(SourceWriter writer, string method, SequencePattern pattern)
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
                        .If(
                            $"!global::System.MemoryExtensions.StartsWith(global::System.MemoryExtensions.AsSpan(text, at), {SchemaText.Literal(literal)})",
                            "return false;"
                        )
                        .Line()
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
        var ranges = element.Ranges.Select(Range).ToList();
        var isMember = ranges is [var only] ? only.Trim('(', ')') : string.Join(" or ", ranges);
        if (element is { Min: 1, Max: 1 })
        {
            writer
                .If($"at >= text.Length || text[at] is {Operands.Not(ranges)}", "return false;")
                .Line();
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
            writer.If($"at < text.Length && text[at] is {isMember}", "at++;").Line();
            return;
        }

        using (writer.Begin())
        {
            if (element is { Max: null, Ranges: [var range] })
            {
                // One range without an end is passed many characters at a time.
                writer
                    .Line("var rest = global::System.MemoryExtensions.AsSpan(text, at);")
                    .Line(
                        $"var run = {Names.Runtime}TextFormats.RunLength(rest, {SchemaText.Character((char)range.First)}, {SchemaText.Character(Last(range))});"
                    );
                PrintLeast(writer, "run", element.Min);
                writer.Line("at += run;");
            }
            else
            {
                var most = element.Max is { } max ? $" && at - from < {Literals.Number(max)}" : "";
                writer.Line("var from = at;");
                using (writer.Begin($"while (at < text.Length{most} && text[at] is {isMember})"))
                {
                    writer.Line("at++;");
                }

                writer.Line();
                PrintLeast(writer, "at - from", element.Min);
            }
        }

        writer.Line();
    }

    private static void PrintLeast(SourceWriter writer, string length, int min)
    {
        if (min > 0)
        {
            writer.If($"{length} < {Literals.Number(min)}", "return false;").Line();
        }
    }

    private static string Range(CodePointRange range) =>
        range.First == range.Last
            ? SchemaText.Character((char)range.First)
            : $"(>= {SchemaText.Character((char)range.First)} and <= {SchemaText.Character(Last(range))})";

    // A class that goes beyond the BMP has all that is there, both halves of each pair.
    private static char Last(CodePointRange range) => (char)Math.Min(range.Last, 0xFFFF);
}
