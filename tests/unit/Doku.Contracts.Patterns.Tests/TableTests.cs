using Doku.Contracts.Patterns.Tests.Judging;
using Doku.Contracts.Patterns.Tests.Tables;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Patterns.Tests;

/// <summary>Chosen patterns and texts with their verdicts, and that Node.js gives the same.</summary>
public class TableTests
{
    private static readonly IReadOnlyList<(string Pattern, string Text, bool IsMatch)> Matches =
    [
        .. Table.Rows("matches.tsv").Select(row => (row[0], Table.Text(row[1]), row[2] == "match")),
    ];

    private static readonly IReadOnlyList<(string Pattern, bool IsValid)> Syntax =
    [
        .. Table.Rows("syntax.tsv").Select(row => (row[0], row[1] == "valid")),
    ];

    [Fact]
    public void Matches_as_the_table_says()
    {
        var patterns = Matches
            .Select(row => row.Pattern)
            .Distinct()
            .ToDictionary(source => source, source => new ContractPattern(source));

        Assert.Empty(
            Matches
                .Where(row => patterns[row.Pattern].IsMatch(row.Text) != row.IsMatch)
                .Select(row => $"{row.Pattern} {Shown.Of(row.Text)}")
        );
    }

    [Fact]
    public void Accepts_as_the_table_says() =>
        Assert.Empty(
            Syntax
                .Where(row => TextFormats.IsRegex(row.Pattern) != row.IsValid)
                .Select(row => row.Pattern)
        );

    [Fact]
    public void Another_implementation_says_the_same_as_the_tables()
    {
        var verdicts = Node.Judge([
            .. Matches.Select(row => (row.Pattern, (IReadOnlyList<string>)[row.Text])),
            .. Syntax.Select(row => (row.Pattern, (IReadOnlyList<string>)[])),
        ]);

        Assert.Equal(
            Matches.Select(row => row.IsMatch),
            verdicts.Take(Matches.Count).Select(verdict => verdict!.Single())
        );
        Assert.Equal(
            Syntax.Select(row => row.IsValid),
            verdicts.Skip(Matches.Count).Select(verdict => verdict is not null)
        );
    }
}
