using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>XML documentation from what a schema says to people and to machines.</summary>
internal static class DocumentationPrinter
{
    private const int LongestLine = 110;

    public static void Print(
        SourceWriter writer,
        Documentation documentation,
        string fallback,
        string? limits = null,
        bool warns = true,
        string? advice = null
    )
    {
        Element(writer, "summary", SchemaText.Xml(documentation.Summary ?? fallback));
        if (limits is not null)
        {
            Element(writer, "value", limits);
        }

        var remarks = string.Join(
            " ",
            new[] { advice ?? "", SchemaText.Xml(Remarks(documentation, warns)) }.Where(r =>
                r.Length > 0
            )
        );
        if (remarks.Length > 0)
        {
            Element(writer, "remarks", remarks);
        }

        foreach (var example in documentation.Examples)
        {
            Element(writer, "example", $"<c>{SchemaText.Xml(example)}</c>");
        }

        if (documentation.IsDeprecated && warns)
        {
            writer.Line("[global::System.Obsolete(\"The contract calls this deprecated.\")]");
        }
    }

    /// <summary>Prints an element of XML: on one line where it fits.</summary>
    public static void Element(SourceWriter writer, string name, string xml, string attributes = "")
    {
        var line = $"/// <{name}{attributes}>{xml}</{name}>";
        if (line.Length <= LongestLine)
        {
            writer.Line(line);
            return;
        }

        writer.Line($"/// <{name}{attributes}>");
        var start = 0;
        while (start < xml.Length)
        {
            var end = Math.Min(xml.Length, start + LongestLine);
            if (end < xml.Length)
            {
                var space = xml.LastIndexOf(' ', end - 1, end - start);
                end = space > start ? space : NextSpace(xml, end);
            }

            writer.Line("/// " + xml.Substring(start, end - start));
            start = end + 1;
        }

        writer.Line($"/// </{name}>");
    }

    private static int NextSpace(string xml, int from)
    {
        var space = xml.IndexOf(' ', from);
        return space < 0 ? xml.Length : space;
    }

    private static string Remarks(Documentation documentation, bool warns)
    {
        var parts = new List<string>();
        if (documentation.IsDeprecated && !warns)
        {
            // Where no caller could heed a warning, it is said here.
            parts.Add("The contract calls this deprecated.");
        }

        if (documentation.Default is { } value)
        {
            parts.Add($"When it is absent: {value}.");
        }

        if (documentation is { EvidenceLevel: { } level, EvidenceNote: { } note })
        {
            parts.Add($"Known: {level}. {note}");
        }

        return string.Join(" ", parts);
    }
}
