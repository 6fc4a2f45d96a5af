using System.Text;
using Doku.Contracts.Runtime;
using Doku.Contracts.Schemas.Tests;

namespace Doku.Contracts.Tests;

/// <summary>
/// The generated code judges the same examples that NJsonSchema judges from the schema files, and must find the one
/// error that each invalid example lists.
/// </summary>
public sealed class ExampleAgreementTests
{
    public static TheoryData<string> Valid { get; } =
    [.. Example.All.Where(e => e.IsValid).Select(e => e.Path)];

    public static TheoryData<string> Invalid { get; } =
    [.. Example.All.Where(e => !e.IsValid).Select(e => e.Path)];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Accepts_a_valid_example_strictly(string path)
    {
        var verdict = Judge(path, ContractReadOptions.Strict);

        Assert.Equal("valid", verdict.Errors.ToString());
        Assert.Equal("valid", verdict.Validated!.ToString());
    }

    public static TheoryData<string> Advised { get; } =
    [.. Example.All.Where(e => e.IsAdvised).Select(e => e.Path)];

    [Theory]
    [MemberData(nameof(Advised))]
    public void Reviews_an_advised_example_with_the_advice_that_it_lists(string path)
    {
        var expected = new Example(path)
            .ReadDescription()
            .GetProperty("advice")
            .EnumerateArray()
            .Select(e =>
                (e.GetProperty("pointer").GetString()!, e.GetProperty("code").GetString()!)
            )
            .Order()
            .ToList();

        var verdict = Judge(path, ContractReadOptions.Strict);

        Assert.Equal(expected, verdict.Advice!.Select(e => (e.Pointer, e.Code)).Order());
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Writes_what_it_read_and_reads_what_it_wrote(string path)
    {
        var example = new Example(path);
        var first = Judge(path, ContractReadOptions.Strict);

        var second = GeneratedReader.Read(
            example.SchemaFile,
            first.Written!,
            ContractReadOptions.Strict
        );

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(first.Written, second.Written);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Refuses_an_invalid_example_with_the_errors_that_it_lists(string path)
    {
        var expected = new Example(path)
            .ReadDescription()
            .GetProperty("errors")
            .EnumerateArray()
            .Select(e =>
                (e.GetProperty("pointer").GetString()!, e.GetProperty("code").GetString()!)
            )
            .Order()
            .ToList();

        var verdict = Judge(path, ContractReadOptions.Strict);

        Assert.False(verdict.IsValid);
        Assert.Equal(expected, verdict.Errors.Select(e => (e.Pointer, e.Code)).Order());
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Validating_a_record_finds_what_strict_reading_finds(string path)
    {
        var strict = Judge(path, ContractReadOptions.Strict);
        var lenient = Judge(path, ContractReadOptions.Lenient);
        if (!lenient.IsValid)
        {
            // What can't be a record at all is refused by both readings, for the same reasons.
            Assert.Superset(
                lenient.Errors.Select(e => (e.Pointer, e.Code)).ToHashSet(),
                strict.Errors.Select(e => (e.Pointer, e.Code)).ToHashSet()
            );
            return;
        }

        // Read leniently, an optional member that is null is absent, and a record can't tell that it was there.
        Assert.Equal(
            strict
                .Errors.Where(e => e.Code != ContractErrorCodes.Type)
                .Select(e => (e.Pointer, e.Code))
                .Order(),
            lenient.Validated!.Select(e => (e.Pointer, e.Code)).Order()
        );
    }

    [Fact]
    public void There_are_enough_examples_to_mean_something()
    {
        Assert.True(Valid.Count >= 10);
        Assert.True(Invalid.Count >= 40);
    }

    private static Verdict Judge(string path, ContractReadOptions options)
    {
        var example = new Example(path);
        return GeneratedReader.Read(
            example.SchemaFile,
            Encoding.UTF8.GetBytes(example.ReadBody()),
            options
        );
    }
}
