using System.Text;
using System.Text.Json;
using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Tests.Schemas;

/// <summary>The examples that lie beside the schemas, before the sandbox's judge.</summary>
public sealed class ExampleTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "examples");

    private static readonly SchemaJudge Judge = new(SchemaFiles.Embedded);

    public static TheoryData<string> Valid { get; } = new(Find("valid"));

    public static TheoryData<string> Invalid { get; } = new(Find("invalid"));

    [Theory, MemberData(nameof(Valid))]
    public void Lets_a_valid_example_pass(string path)
    {
        var violations = Judge.Judge(SchemaOf(path), File.ReadAllBytes(Path.Combine(Root, path)));

        Assert.Empty(violations);
    }

    public static TheoryData<string> Advised { get; } = new(Find("advised"));

    [Theory, MemberData(nameof(Advised))]
    public void Lets_an_example_against_advice_pass(string path)
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, path)));

        Assert.Empty(Judge.Judge(SchemaOf(path), BodyOf(example.RootElement)));
    }

    [Theory, MemberData(nameof(Invalid))]
    public void Reports_an_invalid_example_at_the_named_place(string path)
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, path)));
        var expected = example
            .RootElement.GetProperty("errors")
            .EnumerateArray()
            .Select(error =>
                $"{error.GetProperty("pointer")} {Plain(error.GetProperty("code").GetString()!)}"
            );

        var violations = Judge.Judge(SchemaOf(path), BodyOf(example.RootElement));

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            violations
                .Select(violation => $"{violation.Pointer} {violation.Code}")
                .Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Find(string folder) =>
        Directory
            .EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => path.Contains($"/{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary><c>kredivo/examples/x/valid/y.json</c> belongs to <c>kredivo/x.schema.json</c>.</summary>
    private static string SchemaOf(string path)
    {
        var parts = path.Split('/');
        return $"{parts[0]}/{parts[2]}.schema.json";
    }

    private static byte[] BodyOf(JsonElement example) =>
        Encoding.UTF8.GetBytes(
            example.TryGetProperty("bodyText", out var text)
                ? text.GetString()!
                : example.GetProperty("body").GetRawText()
        );

    /// <summary>To NJsonSchema a character set is a pattern like any other.</summary>
    private static string Plain(string code) => code == "characters" ? "pattern" : code;
}
