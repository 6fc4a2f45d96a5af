using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Schemas.Tests;

/// <summary><c>docs/kredivo.md</c> lists DOKU's rows with the rules that the schemas have for them, to the letter.</summary>
public sealed class RowsPageTests
{
    private static readonly (string Keyword, string Words)[] s_limits =
    [
        ("minLength", "at least {0} characters"),
        ("maxLength", "at most {0} characters"),
        ("minimum", "at least {0}"),
        ("maximum", "at most {0}"),
        ("multipleOf", "a multiple of {0}"),
        ("pattern", "`{0}`"),
        ("format", "format {0}"),
    ];

    [Fact]
    public void The_page_has_every_row_with_its_rule_its_evidence_and_its_advice()
    {
        var page = Path.Combine(Root(), "docs", "kredivo.md");
        var text = File.ReadAllText(page);
        var written = Write(text);
        if (
            Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1"
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
        )
        {
            File.WriteAllText(page, written);
            return;
        }

        Assert.Equal(written, text);
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
        var evidence = place.Keyword("x-evidence").First();
        var known = evidence.GetProperty("level").GetString()!;
        if (evidence.TryGetProperty("note", out var note))
        {
            known += ": " + note.GetString();
        }

        var advice = place
            .Parts()
            .Where(part => part.Node.TryGetProperty("x-advice", out _))
            .Select(part =>
                $"{string.Join(", ", Rules(part.At("x-advice")))}. {part.Node.GetProperty("x-advice").GetProperty("reason").GetString()}"
            );
        return $"| {row[1]} | `{row[2]}` | {row[3]} | {Cell(string.Join(", ", Rules(place)))} | {Cell(known)} | {Cell(string.Join(" ", advice))} |\n";
    }

    private static IEnumerable<string> Rules(SchemaPlace place)
    {
        foreach (var type in place.Keyword("type").Take(1))
        {
            yield return type.ValueKind == JsonValueKind.String
                ? type.GetString()!
                : string.Join(" or ", type.EnumerateArray().Select(one => one.GetString()));
        }

        foreach (var (keyword, words) in s_limits)
        {
            foreach (var limit in place.Keyword(keyword).Select(l => l.ToString()).Distinct())
            {
                yield return string.Format(CultureInfo.InvariantCulture, words, limit);
            }
        }

        foreach (var values in place.Keyword("enum").Take(1))
        {
            yield return values.GetArrayLength() > 10
                ? $"one of {values.GetArrayLength()} values"
                : $"one of {string.Join(", ", values.EnumerateArray())}";
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Doku.Contracts.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
