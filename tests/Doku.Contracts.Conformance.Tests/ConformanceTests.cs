using System.Globalization;
using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests;

/// <summary>Strict reading's verdict is JSON Schema's.</summary>
public sealed class ConformanceTests(ConformanceRun run, ITestOutputHelper output)
    : IClassFixture<ConformanceRun>
{
    [Fact]
    public void Strict_reading_is_JSON_Schema_by_the_letter() =>
        Assert.True(run.Wrong.Length == 0, run.Wrong);

    [Fact]
    public void Strict_reading_differs_from_NJsonSchema_only_where_the_table_says() =>
        Assert.True(run.Unexplained.Length == 0, run.Unexplained);

    [Fact]
    public void Strict_reading_agrees_with_every_verdict_written_by_hand() =>
        Assert.True(run.AgainstHand.Length == 0, run.AgainstHand);

    [Fact]
    public void A_record_validates_as_its_own_bytes_are_read_and_comes_back_equal() =>
        Assert.True(run.Contradictions.Length == 0, run.Contradictions);

    [Fact]
    public void Every_row_of_the_tables_is_met()
    {
        var rows = Deviations
            .All.Select(d => d.Name)
            .Concat(CodecLimit.All.Select(l => l.Name))
            .ToList();
        foreach (var row in rows)
        {
            output.WriteLine($"{run.Rows.GetValueOrDefault(row), 8} {row}");
        }

        Assert.Equal(rows.Count, rows.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(rows.Except(run.Rows.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_schemas_and_instances_enough()
    {
        var synthetic = run.Counts.Count(c => c.Case.IsSynthetic);
        var total = run.Counts.Sum(c => c.Total);
        var byHand = run.Counts.Sum(c => c.Case.Valid.Count + c.Case.Invalid.Count);
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"seed {run.Seed}: {synthetic} synthetic schemas and {run.Counts.Count - synthetic} of the project; {total} instances, {run.Counts.Sum(c => c.Valid)} of them valid, {byHand} by hand; {run.CompileTime.TotalSeconds:0.0} s to generate and compile, {run.Time.TotalSeconds:0.0} s in all"
        );
        output.WriteLine(summary);
        TestContext.Current.SendDiagnosticMessage(summary);

        Assert.True(synthetic >= 150, summary);
        Assert.True(total >= 200_000, summary);
        Assert.True(byHand >= 120, summary);
    }

    [Fact]
    public void Every_schema_has_instances_that_are_right_and_others_that_are_wrong()
    {
        // Of those made at random, some leave hardly a value.
        var (random, written) = (run.Counts.Where(IsRandom), run.Counts.Where(c => !IsRandom(c)));

        Assert.All(written, c => Assert.True(c is { Valid: >= 2, Invalid: >= 10 }, c.ToString()));
        Assert.True(random.Count(c => c is { Valid: < 2 } or { Invalid: < 10 }) <= 3);
    }

    private static bool IsRandom(CaseCount count) =>
        count.Case.Name.StartsWith("random", StringComparison.Ordinal);
}
