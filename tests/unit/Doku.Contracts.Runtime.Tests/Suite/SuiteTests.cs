using System.Text.Json.Nodes;
using Doku.Contracts.Runtime.Tests.Support;

namespace Doku.Contracts.Runtime.Tests.Suite;

/// <summary>The official suite's files for draft 2020-12: each verdict must be the suite's.</summary>
public sealed class SuiteTests
{
    // Groups that this project's own compiler of schemas doesn't know, each with its reason; the beginning of a name stands for all that begin so.
    private static readonly string[] Unsupported =
    [
        // Another draft's keywords.
        "cross-draft: refs to historic drafts are processed as historic drafts",
    ];

    public static TheoryData<string> RequiredFiles => Names("");

    public static TheoryData<string> OptionalFiles => Names("optional");

    public static TheoryData<string> FormatFiles => Names("optional/format");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(RequiredFiles))]
    public void Gives_every_verdict_of_a_required_file(string file) =>
        Check(Path.Combine("", file), assertsFormat: false);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(OptionalFiles))]
    public void Gives_every_verdict_of_an_optional_file(string file) =>
        Check(Path.Combine("optional", file), assertsFormat: file == "format-assertion");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FormatFiles))]
    public void Gives_every_verdict_of_a_format(string file) =>
        Check(Path.Combine("optional", "format", file), assertsFormat: true);

    private static TheoryData<string> Names(string folder) =>
        [.. SuiteFolder.Files(folder).Select(f => Path.GetFileNameWithoutExtension(f))];

    private static void Check(string file, bool assertsFormat)
    {
        var groups = SuiteFolder
            .Load(Path.Combine(SuiteFolder.Path!, "tests", "draft2020-12", file + ".json"))
            .AsArray();
        var wrong = new List<string>();
        foreach (var group in groups)
        {
            var name = $"{Path.GetFileName(file)}: {group!["description"]}";
            if (!Unsupported.Any(name.StartsWith))
            {
                wrong.AddRange(WrongIn(group, assertsFormat).Select(test => $"{name}: {test}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> WrongIn(JsonNode group, bool assertsFormat)
    {
        var registry = SuiteSchemas.Load();
        var schema = registry.Add(new Uri("https://test.example/schema"), group["schema"]!);
        var rules = new SchemaCompiler(registry, assertsFormat).Compile(schema);
        foreach (var test in group["tests"]!.AsArray())
        {
            var json = test!["data"]?.ToJsonString() ?? "null";
            if (Judged.Holds(rules, json) != test["valid"]!.GetValue<bool>())
            {
                yield return $"{test["description"]}: {json}";
            }
        }
    }
}
