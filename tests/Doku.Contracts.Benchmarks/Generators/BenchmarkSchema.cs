using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Doku.Contracts.Benchmarks.Generators;

/// <summary>One of many alike schema files of 20 properties, a few of which refer to a file that all share.</summary>
internal sealed class BenchmarkSchema(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public string ContractPath { get; } = path;

    public override string Path { get; } = "/repo/contracts/" + path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>The shared file, and so many files besides.</summary>
    public static ImmutableArray<AdditionalText> Many(int count) =>
        [Shared(), .. Enumerable.Range(0, count).Select(i => Numbered(i))];

    /// <summary>A file as it is, or with another limit in one property.</summary>
    public static BenchmarkSchema Numbered(int number, int limit = 64)
    {
        var properties = string.Join(
            ",\n",
            Enumerable.Range(0, 20).Select(i => Property(i, i == 7 ? limit : 64))
        );
        var name = number.ToString("0000", CultureInfo.InvariantCulture);
        return new BenchmarkSchema(
            $"part{name}.schema.json",
            $$"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "description": "Part {{name}} of a large contract.",
              "type": "object",
              "x-name": "Part{{name}}",
              "required": ["member0", "member1", "member2"],
              "properties": {
            {{properties}}
              }
            }
            """
        );
    }

    private static string Property(int index, int limit)
    {
        var rules = (index % 5) switch
        {
            0 => "\"$ref\": \"shared.schema.json#/$defs/name\"",
            1 => "\"type\": \"integer\", \"minimum\": 1, \"maximum\": 1000",
            2 => $"\"type\": \"string\", \"minLength\": 1, \"maxLength\": {limit}",
            3 => "\"type\": \"array\", \"items\": { \"type\": \"string\" }, \"maxItems\": 9",
            _ => "\"type\": \"string\", \"pattern\": \"^[A-Z0-9-]*$\", \"maxLength\": 32",
        };
        return $"    \"member{index}\": {{ \"description\": \"Member {index}.\", {rules} }}";
    }

    private static BenchmarkSchema Shared() =>
        new(
            "shared.schema.json",
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$defs": { "name": { "description": "A name.", "type": "string", "pattern": "^[a-z ]*$", "maxLength": 80 } }
            }
            """
        );
}

/// <summary>What the build tells the generator of the files.</summary>
internal sealed class BenchmarkOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Values(("build_property.RootNamespace", "Sample"));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values();

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Values(
            (
                "build_metadata.AdditionalFiles.ContractPath",
                ((BenchmarkSchema)textFile).ContractPath
            )
        );

    private sealed class Values(params (string Key, string Value)[] values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(
            string key,
            [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value
        )
        {
            value = values.FirstOrDefault(v => v.Key == key).Value;
            return value is not null;
        }
    }
}
