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

    public static string Xml(string text) =>
        text.Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;")
            .Replace("\r", "")
            .Replace("\n", " ");

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
