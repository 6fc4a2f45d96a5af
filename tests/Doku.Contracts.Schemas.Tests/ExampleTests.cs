using NJsonSchema;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>NJsonSchema, which knows nothing of the generator, judges every example.</summary>
public sealed class ExampleTests
{
    private static readonly HashSet<string> s_codes =
    [
        "malformed",
        "type",
        "required",
        "duplicate_member",
        "min_length",
        "max_length",
        "characters",
        "pattern",
        "format",
        "minimum",
        "maximum",
        "multiple_of",
        "enum",
        "min_items",
        "max_items",
        "unique_items",
        "total",
        "unicode",
    ];

    public static TheoryData<string> Valid => Paths(example => example.IsValid);

    public static TheoryData<string> Invalid => Paths(example => !example.IsValid);

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task NJsonSchema_accepts_the_valid_example(string path)
    {
        var example = new Example(path);
        var schema = await LoadAsync(example);

        Assert.Empty(schema.Validate(example.ReadBody()));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task NJsonSchema_refuses_the_invalid_example_unless_the_example_says_why_it_cannot(
        string path
    )
    {
        var example = new Example(path);
        var schema = await LoadAsync(example);

        var isUnseen = example
            .ReadDescription()
            .TryGetProperty("unseenByNJsonSchema", out var reason);
        Assert.Equal(!isUnseen, IsRefused(schema, example.ReadBody()));
        Assert.True(!isUnseen || reason.GetString()!.Length > 0);
    }

    public static TheoryData<string> Advised => Paths(example => example.IsAdvised);

    [Theory]
    [MemberData(nameof(Advised))]
    public void An_advised_example_says_what_it_shows_and_which_advice_it_goes_against(string path)
    {
        var description = new Example(path).ReadDescription();

        Assert.NotEmpty(description.GetProperty("about").GetString()!);
        Assert.NotEmpty(description.GetProperty("advice").EnumerateArray());
        Assert.All(
            description.GetProperty("advice").EnumerateArray(),
            advice => Assert.Contains(advice.GetProperty("code").GetString()!, s_codes)
        );
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_example_says_what_it_shows_and_which_errors_it_gives(string path)
    {
        var description = new Example(path).ReadDescription();
        var errors = description.GetProperty("errors").EnumerateArray().ToList();

        Assert.NotEmpty(description.GetProperty("about").GetString()!);
        Assert.NotEqual(
            description.TryGetProperty("body", out _),
            description.TryGetProperty("bodyText", out _)
        );
        Assert.NotEmpty(errors);
        Assert.All(
            errors,
            error => Assert.Contains(error.GetProperty("code").GetString()!, s_codes)
        );
        Assert.All(
            errors,
            error => Assert.Matches("^(/[^/]+)*$", error.GetProperty("pointer").GetString())
        );
    }

    [Fact]
    public void The_examples_show_every_error_code()
    {
        var shown = Example
            .All.Where(example => !example.IsValid)
            .SelectMany(example => example.ReadDescription().GetProperty("errors").EnumerateArray())
            .Select(error => error.GetProperty("code").GetString()!);

        var advised = Example
            .All.Where(example => example.IsAdvised)
            .SelectMany(example => example.ReadDescription().GetProperty("advice").EnumerateArray())
            .Select(advice => advice.GetProperty("code").GetString()!);

        Assert.Equal(s_codes.Order(), shown.Concat(advised).Distinct().Order());
    }

    public static TheoryData<string> Contracts => new(SchemaFiles.Contracts);

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Every_contract_has_at_least_8_valid_and_25_invalid_examples(string contract)
    {
        var folder = contract[..(contract.IndexOf('/', StringComparison.Ordinal) + 1)];
        var examples = Example
            .All.Where(one => one.Path.StartsWith(folder, StringComparison.Ordinal))
            .ToList();

        Assert.InRange(examples.Count(example => example.IsPlain), 8, int.MaxValue);
        Assert.InRange(examples.Count(example => !example.IsValid), 25, int.MaxValue);
    }

    /// <summary>A body that NJsonSchema's reader cannot parse at all was not judged by a schema.</summary>
    private static bool IsRefused(JsonSchema schema, string body)
    {
        try
        {
            return schema.Validate(body).Count > 0;
        }
        catch (Newtonsoft.Json.JsonReaderException)
        {
            return false;
        }
    }

    private static Task<JsonSchema> LoadAsync(Example example) =>
        NJsonSchemaLoader.LoadAsync(example.SchemaFile, TestContext.Current.CancellationToken);

    private static TheoryData<string> Paths(Func<Example, bool> chosen) =>
        new(Example.All.Where(chosen).Select(example => example.Path));
}
