using Doku.Contracts.Analyzers.Tests.Harness;
using Doku.Contracts.Runtime;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Analyzers.Tests;

/// <summary>The compiler and the running program say the same of one value: each case is analyzed, compiled and run.</summary>
public sealed class WordsTests
{
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        [ContractErrorCodes.Characters] = "DOKU1001",
        [ContractErrorCodes.Unicode] = "DOKU1001",
        [ContractErrorCodes.MinLength] = "DOKU1002",
        [ContractErrorCodes.MaxLength] = "DOKU1002",
        [ContractErrorCodes.Pattern] = "DOKU1003",
        [ContractErrorCodes.Minimum] = "DOKU1004",
        [ContractErrorCodes.Maximum] = "DOKU1004",
        [ContractErrorCodes.MultipleOf] = "DOKU1004",
        [ContractErrorCodes.MinItems] = "DOKU1005",
        [ContractErrorCodes.MaxItems] = "DOKU1005",
    };

    /// <summary>A member and its value in C#, and how many errors it makes.</summary>
    public static TheoryData<string, int> Values { get; } =
        new()
        {
            { "Code = \"A|B\"", 1 },
            { "Code = \"|\"", 2 },
            { "Code = \"AB\\u0007\"", 1 },
            { "Code = \"A B\"", 1 },
            { "Code = \"AB\\u00A0\"", 1 },
            { "Code = \"AB\\u200B\"", 1 },
            { "Code = \"ABé\"", 1 },
            { "Code = \"AB😀\"", 1 },
            { "Code = \"AB\\uD83D\"", 1 },
            { "Code = \"AB\\uDE00C\"", 1 },
            { "Code = \"ABCDEFGHi\"", 2 },
            { "Code = \"ABCDEFGH\"", 0 },
            { "Name = \"😀😀😀\"", 0 },
            { "Name = \"😀😀😀😀\"", 1 },
            { "Name = \"a\\uD83D\"", 1 },
            { "Name = \"abc\\uDE00\"", 2 },
            { "Long = \"\"", 1 },
            { "Long = \"ab\"", 1 },
            { "Letters = \"efghijklm\"", 0 },
            { "Letters = \"abc\"", 1 },
            { "Letters = \"zz\"", 1 },
            { "Letters = \"az\"", 2 },
            { "Letters = \"é😁\"", 1 },
            { "Letters = \"😃\"", 2 },
            { "Not = \"a<b\"", 1 },
            { "Not = \"😀\\uE000é\\t\"", 0 },
            { "Not = \"\\uD800\"", 1 },
            { "Plate = \"B 1234\"", 0 },
            { "Plate = \"B  1\"", 1 },
            { "Plate = \"B 1\\n\"", 1 },
            { "Plate = \"B \\u0661\"", 1 },
            { "Word = \"abab\"", 0 },
            { "Word = \"abc\"", 1 },
            { "Word = \"ab\\n\"", 1 },
            { "Word = \"ababab\"", 1 },
            { "Count = 0", 1 },
            { "Count = 100", 1 },
            { "Count = 99", 0 },
            { "Count = -9223372036854775808", 1 },
            { "Count = 'c'", 0 },
            { "Count = 'd'", 1 },
            { "Page = -6", 1 },
            { "Page = 10", 0 },
            { "Page = 11", 1 },
            { "Page = 'd'", 1 },
            { "Price = -0.01m", 1 },
            { "Price = 1000.50m", 1 },
            { "Price = 1000.49m", 0 },
            { "Price = 1.005m", 1 },
            { "Price = -1.005m", 2 },
            { "Price = 2000", 1 },
            { "Above = -0.5m", 1 },
            { "Above = -0.4999m", 0 },
            { "Above = 12345678901234567891m", 1 },
            { "Above = 18446744073709551615", 1 },
            { "Tags = []", 1 },
            { "Tags = [\"a\", \"b\", \"c\", \"d\"]", 1 },
            { "Tags = [\"a\", \"bcdefg\"]", 1 },
            { "Pairs = [[1]]", 1 },
            { "Pairs = [[1, -1], [-2]]", 2 },
            { "Note = \"abcd\"", 1 },
            { "Note = null", 0 },
            { "Marks = [5, null, 6]", 1 },
            { "Advised = \"abc\"", 0 },
            { "Advised = \"ab12\"", 2 },
            { "Advised = \"abcdefghij\"", 2 },
            { "Amount = 9", 1 },
            { "Few = [\"a\", \"bcdefg\"]", 2 },
            { "Any = \"|\"", 0 },
        };

    // One project holds a method for every case: compiling each by itself would take a minute.
    private static readonly Lazy<Task<Cases>> All = new(Cases.Of);

    [Theory]
    [MemberData(nameof(Values))]
    public async Task The_compiler_says_what_the_running_program_says(string member, int count)
    {
        var cases = await All.Value;
        var index = Values.Select(row => row.Data.Item1).ToList().IndexOf(member);

        var errors = cases.Code.Call($"Make{index}", "Validate");
        var advice = cases.Code.Call($"Make{index}", "Review");

        Assert.Equal(count, errors.Count + advice.Count);
        Assert.Equal(
            errors
                .Select(e => (Ids[e.Code], e.Message))
                .Concat(advice.Select(a => ("DOKU1006", "Advised: " + a.Message)))
                .Order(),
            cases.Findings[index].Select(f => (f.Id, f.GetMessage())).Order()
        );
    }

    [Fact]
    public async Task A_character_is_named_by_code_point_and_index()
    {
        var run = Shop.With("static Sample Make() => Valid with { Code = \"AB|C\" };");

        var finding = Assert.Single(await Shop.Findings(run.Compilation));

        Assert.Equal(
            "must not contain U+007C '|' at 2; allowed are A-Z0-9\\-",
            finding.GetMessage()
        );
    }

    private sealed record Cases(RunningCode Code, ILookup<int, Diagnostic> Findings)
    {
        public static async Task<Cases> Of()
        {
            var members = string.Join(
                '\n',
                Values.Select(
                    (row, i) =>
                        $"public static Sample Make{i}() => Valid with {{ {row.Data.Item1} }};"
                )
            );
            var run = Shop.With(members);
            Assert.Empty(run.CompilerFindings);
            var first = Shop.Code(members)
                .Split('\n')
                .ToList()
                .FindIndex(line => line.Contains(" Make0(", StringComparison.Ordinal));
            return new Cases(
                new RunningCode(run.Compilation),
                (await Shop.Findings(run.Compilation)).ToLookup(f =>
                    f.Location.GetLineSpan().StartLinePosition.Line - first
                )
            );
        }
    }
}
