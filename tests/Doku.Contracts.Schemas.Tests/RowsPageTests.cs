using System.Text;

namespace Doku.Contracts.Schemas.Tests;

/// <summary><c>docs/kredivo.md</c> lists DOKU's rows with the rules that the schemas have for them, to the letter.</summary>
public sealed class RowsPageTests
{
    [Fact]
    public void The_page_has_every_row_with_its_rule_its_evidence_and_its_advice()
    {
        var page = Page.Of("kredivo");
        page.Check(Write(page.Text));
    }

    private static string Write(string text)
    {
        var page = new StringBuilder();
        foreach (var part in text.Split("\n## ")[..1])
        {
            page.Append(part);
        }

        foreach (var message in (string[])["request", "response"])
        {
            page.Append(
                $"\n## The {message}\n\n| row | member | M | must be | known | advised |\n|---|---|---|---|---|---|\n"
            );
            foreach (var row in Table.Read("rows.tsv").Where(row => row[0] == message))
            {
                page.Append(Line(row));
            }
        }

        return page.ToString();
    }

    private static string Line(string[] row)
    {
        var place = row[2]
            .Split('.')
            .Aggregate(
                SchemaFiles.Open($"kredivo/generate-order.{row[0]}.schema.json"),
                (at, step) =>
                    step.EndsWith("[]", StringComparison.Ordinal)
                        ? at.Property(step[..^2])!.Items()!
                        : at.Property(step)!
            );
        return $"| {row[1]} | `{row[2]}` | {row[3]} | {RuleText.Of(place)} |\n";
    }
}
