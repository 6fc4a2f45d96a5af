using System.Globalization;
using System.Text;
using System.Xml;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>XML documentation from what a schema says to people and to machines.</summary>
internal static class DocumentationPrinter
{
    public static void Print(
        SourceWriter writer,
        Documentation documentation,
        string fallback,
        string? limits = null
    )
    {
        writer.Line($"/// <summary>{Xml(documentation.Summary ?? fallback)}</summary>");
        if (limits is not null)
        {
            writer.Line($"/// <value>{Xml(limits)}</value>");
        }

        var remarks = Remarks(documentation);
        if (remarks.Length > 0)
        {
            writer.Line($"/// <remarks>{Xml(remarks)}</remarks>");
        }

        foreach (var example in documentation.Examples)
        {
            writer.Line($"/// <example><c>{Xml(example)}</c></example>");
        }

        if (documentation.IsDeprecated)
        {
            writer.Line("[global::System.Obsolete(\"The contract calls this deprecated.\")]");
        }
    }

    public static string Xml(string text)
    {
        var xml = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c);
            xml.Append(isPair ? text.Substring(i++, 2) : Xml(c));
        }

        return xml.ToString();
    }

    private static string Xml(char c) =>
        c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\r' => "",
            '\n' => " ",
            // These end a line in C# too, and so the comment.
            '\u0085' or '\u2028' or '\u2029' => Escaped(c),
            _ => XmlConvert.IsXmlChar(c) ? c.ToString() : Escaped(c),
        };

    private static string Escaped(char c) =>
        "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static string Remarks(Documentation documentation)
    {
        var parts = new List<string>();
        if (documentation.Default is { } value)
        {
            parts.Add($"When it is absent: {value}.");
        }

        if (documentation.EvidenceLevel is { } level)
        {
            var note = documentation.EvidenceNote;
            parts.Add(note is null ? $"Known: {level}." : $"Known: {level}. {note}");
        }

        return string.Join(" ", parts);
    }
}
