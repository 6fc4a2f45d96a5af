using System.Text;
using System.Text.RegularExpressions;
using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Generators.Tests;

/// <summary><c>docs/generated-example.md</c> shows what the generator prints for the schema in it, to the letter.</summary>
public sealed partial class GeneratedExampleTests
{
    private static readonly string Page = Path.Combine(
        Repository.Root,
        "docs/generated-example.md"
    );

    [Fact]
    public void The_page_shows_what_is_generated()
    {
        var text = File.ReadAllText(Page);
        var (name, schema) = Assert.Single(Blocks(text, "json"));
        var run = GeneratorRun.Of(new SchemaText(name, schema));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFindings);
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS")))
        {
            File.WriteAllText(Page, WithSources(text, run.Sources));
            return;
        }

        Assert.Equal(
            run.Sources.Select(s => (s.HintName, s.Source)),
            Blocks(text, "csharp").Select(b => (b.Name, b.Content))
        );
    }

    [Fact]
    public void No_line_is_longer_than_an_editor_shows() =>
        Assert.All(
            Blocks(File.ReadAllText(Page), "csharp").SelectMany(b => b.Content.Split('\n')),
            line => Assert.True(line.Length <= 160, line)
        );

    private static string WithSources(
        string text,
        IEnumerable<(string HintName, string Source)> sources
    )
    {
        var page = new StringBuilder(text[..text.IndexOf("\n## `", StringComparison.Ordinal)]);
        foreach (var (name, source) in sources)
        {
            page.Append($"\n## `{name}`\n\n```csharp\n{source.TrimEnd('\n')}\n```\n");
        }

        return page.ToString();
    }

    private static IEnumerable<(string Name, string Content)> Blocks(
        string text,
        string language
    ) =>
        Block()
            .Matches(text)
            .Where(m => m.Groups["language"].Value == language)
            .Select(m => (m.Groups["name"].Value, m.Groups["content"].Value));

    [GeneratedRegex(
        "`(?<name>[^`\n]+)`:?\n\n```(?<language>[a-z]+)\n(?<content>.*?\n)```\n",
        RegexOptions.Singleline
    )]
    private static partial Regex Block();
}
