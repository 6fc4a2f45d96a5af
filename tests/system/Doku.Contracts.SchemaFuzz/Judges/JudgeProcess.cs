using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Judges;

/// <summary>What the judges say of a case's instances.</summary>
/// <param name="Ajv">A verdict for each instance; null when ajv takes no such schema.</param>
/// <param name="Hyperjump">The same of hyperjump.</param>
/// <param name="Refusals">Why a judge takes no such schema.</param>
/// <param name="Keywords">The keyword that an instance breaks, as ajv sees it.</param>
internal sealed record Verdicts(
    bool?[]? Ajv,
    bool?[]? Hyperjump,
    string Refusals,
    string?[]? Keywords
);

/// <summary>Node.js with two implementations of JSON Schema that aren't ours.</summary>
internal sealed class JudgeProcess : IDisposable
{
    private static readonly string[] Names = ["ajv", "hyperjump"];

    private readonly Process _process;
    private int _asked;

    public JudgeProcess(string node = "node")
    {
        var script = Path.Combine(Checkout.Judges, "judge.mjs");
        _process = Process.Start(
            new ProcessStartInfo(node)
            {
                ArgumentList = { "--stack-size=4000", script },
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
    }

    /// <summary>Judges the instances of many cases.</summary>
    public IReadOnlyList<Verdicts> Judge(
        IReadOnlyList<(FuzzCase Case, IReadOnlyList<string> Instances)> questions
    )
    {
        var writing = Task.Run(() =>
        {
            foreach (var (fuzzCase, instances) in questions)
            {
                _process.StandardInput.WriteLine(Question(Renumbered(fuzzCase), instances));
            }

            _process.StandardInput.Flush();
        });
        var answers = new List<Verdicts>(questions.Count);
        foreach (var _ in questions)
        {
            var line =
                _process.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException("The judges ended.");
            answers.Add(Answer(line));
        }

        writing.GetAwaiter().GetResult();
        return answers;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    // Both judges remember what they have seen by its URI.
    private FuzzCase Renumbered(FuzzCase fuzzCase) => fuzzCase with { Number = ++_asked };

    private static string Question(FuzzCase fuzzCase, IReadOnlyList<string> instances)
    {
        var files = string.Join(
            ',',
            fuzzCase.Files.Select(file =>
                $"[{JsonSerializer.Serialize(Checkout.Uri(fuzzCase, file.Path))},{fuzzCase.TextOf(file)}]"
            )
        );
        return PlainNames.Replace(
            $$"""{"format":{{(fuzzCase.AssertsFormat ? "true" : "false")}},"files":[{{files}}],"instances":[{{string.Join(',', instances)}}]}"""
        );
    }

    private static Verdicts Answer(string line)
    {
        var answer = JsonNode.Parse(line)!;
        return new Verdicts(
            Marks(answer["ajv"]!["verdicts"]),
            Marks(answer["hyperjump"]!["verdicts"]),
            string.Join(
                "; ",
                Names
                    .Where(name => answer[name]!["refusal"] is not null)
                    .Select(name => $"{name}: {answer[name]!["refusal"]}")
            ),
            answer["ajv"]!["verdicts"] is JsonArray marks
                ?
                [
                    .. marks.Select(mark =>
                        mark?.GetValueKind() == JsonValueKind.String
                            ? mark.GetValue<string>()
                            : null
                    ),
                ]
                : null
        );
    }

    private static bool?[]? Marks(JsonNode? verdicts) =>
        verdicts is null
            ? null
            :
            [
                .. verdicts
                    .AsArray()
                    .Select(mark =>
                        mark is null ? (bool?)null : mark.GetValueKind() == JsonValueKind.True
                    ),
            ];
}
