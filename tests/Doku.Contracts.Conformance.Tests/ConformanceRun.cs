using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Doku.Contracts.Conformance.Tests.Corpus;
using Doku.Contracts.Conformance.Tests.Harness;
using Doku.Contracts.Conformance.Tests.Instances;
using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests;

/// <summary>
/// Judges every instance of every schema, once for all tests of the class. CONFORMANCE_SEED takes another way through
/// the instances; a failure names the seed that it was found with.
/// </summary>
public sealed class ConformanceRun
{
    private const int PerSyntheticSchema = 800;
    private const int PerProjectSchema = 1500;
    private const int MostFailures = 40;

    private readonly ConcurrentDictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Schema, string Words)> _wrong = new();
    private readonly ConcurrentQueue<(string Schema, string Words)> _unexplained = new();
    private readonly ConcurrentQueue<(string Schema, string Words)> _contradictions = new();
    private readonly ConcurrentQueue<(string Schema, string Words)> _byHand = new();
    private readonly ConcurrentBag<CaseCount> _counts = [];

    public ConformanceRun()
    {
        var watch = Stopwatch.StartNew();
        Regex.CacheSize = 1000;
        Seed = int.TryParse(Environment.GetEnvironmentVariable("CONFORMANCE_SEED"), out var seed)
            ? seed
            : 1;
        var corpus = SchemaCorpus.Load(Seed);
        var library = new SchemaLibrary(corpus.Files);
        var assembly = GeneratedAssembly.Of(corpus);
        CompileTime = watch.Elapsed;
        Parallel.ForEach(
            Partitioner.Create(corpus.Cases, EnumerablePartitionerOptions.NoBuffering),
            schemaCase => Judge(schemaCase, library, assembly.Probe(schemaCase))
        );
        Time = watch.Elapsed;
    }

    internal int Seed { get; }

    internal TimeSpan CompileTime { get; }

    internal TimeSpan Time { get; }

    internal IReadOnlyCollection<CaseCount> Counts => _counts;

    /// <summary>How often each row of the tables explained a difference.</summary>
    internal IReadOnlyDictionary<string, int> Rows => _rows;

    /// <summary>Where generated code and JSON Schema differ.</summary>
    internal string Wrong => Report(_wrong);

    /// <summary>Where NJsonSchema differs from generated code and no row says why.</summary>
    internal string Unexplained => Report(_unexplained);

    /// <summary>Where generated code differs from itself.</summary>
    internal string Contradictions => Report(_contradictions);

    /// <summary>Where generated code differs from a verdict written by hand.</summary>
    internal string AgainstHand => Report(_byHand);

    // A few of each schema say more than many of one.
    private string Report(ConcurrentQueue<(string Schema, string Words)> failures) =>
        failures.IsEmpty
            ? ""
            : $"seed {Seed}, {failures.Count} failures\n"
                + string.Join(
                    "\n\n",
                    failures
                        .GroupBy(f => f.Schema)
                        .SelectMany(g => g.Take(2))
                        .Take(MostFailures)
                        .Select(f => f.Words)
                );

    private void Judge(SchemaCase schemaCase, SchemaLibrary library, IProbe probe)
    {
        var schema = library.Open(schemaCase.File);
        var evaluator = new SchemaEvaluator(library);
        var peer = new NJsonSchemaJudge(NJsonSchemaLoader.Load(library, schema));
        var source = new InstanceSource(schemaCase, library, Seed);
        var patterns = library.PatternsOf(schema);
        var isChoiceByConst = library.IsChoiceByConst(schema);
        var (valid, invalid, index) = (0, 0, 0);
        foreach (
            var instance in source.Take(
                schemaCase.IsSynthetic ? PerSyntheticSchema : PerProjectSchema
            )
        )
        {
            var comparison = new Comparison(
                schemaCase,
                instance,
                probe.Read(instance.Bytes),
                evaluator.Judge(schema, instance.Bytes),
                peer.Judge(instance.Bytes)
            )
            {
                Patterns = patterns,
                IsChoiceByConst = isChoiceByConst,
            };
            Compare(comparison, schema);
            if (index < schemaCase.Valid.Count + schemaCase.Invalid.Count)
            {
                CompareByHand(comparison, index < schemaCase.Valid.Count);
            }

            index++;
            (valid, invalid) = comparison.Reading.IsValid
                ? (valid + 1, invalid)
                : (valid, invalid + 1);
        }

        _counts.Add(new CaseCount(schemaCase, valid, invalid));
    }

    private void CompareByHand(Comparison comparison, bool isRight)
    {
        if (comparison.Reading.IsValid != isRight)
        {
            _byHand.Enqueue(
                (comparison.Case.Name, $"must be {(isRight ? "valid" : "invalid")}: {comparison}")
            );
        }
    }

    private void Compare(Comparison comparison, SchemaPart schema)
    {
        var reading = comparison.Reading;
        if (reading.Contradiction is { } contradiction)
        {
            _contradictions.Enqueue(
                (comparison.Case.Name, $"{contradiction}\n{Describe(comparison, schema)}")
            );
        }

        if (reading.IsValid != comparison.IsRight && !IsLimit(comparison))
        {
            _wrong.Enqueue((comparison.Case.Name, Describe(comparison, schema)));
        }
        else if (comparison.Peer.IsValid != comparison.IsRight && !IsKnown(comparison))
        {
            _unexplained.Enqueue((comparison.Case.Name, Describe(comparison, schema)));
        }
    }

    private bool IsLimit(Comparison comparison) =>
        comparison.IsRight
        && comparison.Reading.Errors.All(error =>
            IsCounted(CodecLimit.All.Where(l => l.Explains(error, comparison)).Select(l => l.Name))
        );

    private bool IsKnown(Comparison comparison) =>
        comparison switch
        {
            { IsRight: false } => comparison.Faults.All(fault =>
                IsCounted(
                    Deviations.All.Where(d => d.Overlooks(fault, comparison)).Select(d => d.Name)
                )
            ),
            { Peer.Exception: { } exception } => IsCounted(
                Deviations.All.Where(d => d.Throws(exception, comparison)).Select(d => d.Name)
            ),
            _ => comparison.Peer.Errors.All(error =>
                IsCounted(
                    Deviations.All.Where(d => d.Invents(error, comparison)).Select(d => d.Name)
                )
            ),
        };

    private bool IsCounted(IEnumerable<string> rows)
    {
        var found = rows.ToList();
        foreach (var row in found)
        {
            _rows.AddOrUpdate(row, 1, (_, count) => count + 1);
        }

        return found.Count > 0;
    }

    private static string Describe(Comparison comparison, SchemaPart schema)
    {
        var text = schema.Node.GetRawText();
        return $"{comparison}\n  schema:      {(text.Length > 1500 ? schema.File : text)}";
    }
}

/// <summary>How many instances of a schema were judged.</summary>
internal sealed record CaseCount(SchemaCase Case, int Valid, int Invalid)
{
    public int Total => Valid + Invalid;
}
