using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;
using Doku.Contracts.SchemaFuzz.Reading;

namespace Doku.Contracts.SchemaFuzz.Checking;

/// <summary>Findings as files: to read, and to check again.</summary>
internal static class FindingFile
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 512,
    };

    public static void Write(
        DirectoryInfo folder,
        int seed,
        int number,
        FuzzCase fuzzCase,
        Fault fault
    )
    {
        var finding = new JsonObject
        {
            ["kind"] = fault.Kind,
            ["words"] = fault.Words,
            ["seed"] = seed,
            ["case"] = fuzzCase.Number,
            ["assertsFormat"] = fuzzCase.AssertsFormat,
            ["isBeyondJudges"] = fuzzCase.IsBeyondJudges,
            ["files"] = new JsonObject(
                fuzzCase.Files.Select(file =>
                    KeyValuePair.Create(file.Path, (JsonNode?)file.Schema.DeepClone())
                )
            ),
            ["instances"] = Json.Names(fuzzCase.Instances),
        };
        File.WriteAllText(
            Path.Combine(
                folder.FullName,
                string.Create(CultureInfo.InvariantCulture, $"{seed:D3}-{number:D3}.json")
            ),
            finding.ToJsonString(Indented) + "\n"
        );
    }

    public static FuzzCase Read(string path)
    {
        var finding = Json.Parse(File.ReadAllText(path))!;
        return new FuzzCase(
            1,
            [
                .. finding["files"]!
                    .AsObject()
                    .Select(file => new CaseFile(file.Key, file.Value!.DeepClone())),
            ],
            [.. finding["instances"]!.AsArray().Select(text => text!.GetValue<string>())]
        )
        {
            AssertsFormat = finding["assertsFormat"]!.GetValue<bool>(),
            IsBeyondJudges = finding["isBeyondJudges"]!.GetValue<bool>(),
        };
    }
}
