using Doku.Contracts.Fuzz.Loop;
using Doku.Contracts.Fuzz.Targets;

namespace Doku.Contracts.Robustness.Tests.Fuzzing;

/// <summary>A short run of each fuzz target; <c>./fuzz</c> makes long ones.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("endpoint", 100_000, "200 400 401 404 405")]
    [InlineData("verifier", 50_000, "HeaderMalformed Mismatch None SignatureMalformed")]
    [InlineData("header", 400_000, "Mismatch None SignatureMalformed")]
    public void Nothing_that_comes_in_breaks_a_promise(string name, int runs, string answers)
    {
        var report = Run(name, runs);
        // Every layer was reached, and nothing but the documented answers came.
        Assert.Equal(answers.Split(' '), report.Answers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_body_breaks_the_reader()
    {
        var report = Run("reader", 30_000);
        var notifications = report.Answers.Select(answer => (answer.Key[0], answer.Value)).ToList();
        Assert.All(
            "sl-",
            verdict =>
                Assert.True(
                    notifications.Where(each => each.Item1 == verdict).Sum(each => each.Value) > 100
                )
        );
    }

    [Fact]
    public void Every_document_has_a_verdict_from_each_contract()
    {
        var report = Run("document", 50_000);
        // Each contract has read some strictly and refused some, and each but that of errors, which asks for nothing that
        // lenient reading doesn't, has read some leniently only.
        for (var contract = 0; contract < 5; contract++)
        {
            Assert.All(
                contract == 4 ? "s-" : "sl-",
                verdict =>
                    Assert.True(
                        report
                            .Answers.Where(answer => answer.Key[contract] == verdict)
                            .Sum(answer => answer.Value) > 100,
                        $"{contract} {verdict}"
                    )
            );
        }
    }

    [Fact]
    public void An_input_that_throws_ends_the_run_and_is_kept()
    {
        var kept = new List<Finding>();
        using var target = new Brittle();
        byte[][] corpus = ["abc"u8.ToArray()];

        var report = new FuzzLoop(target, corpus, seed: 1).Run(10_000, kept.Add);

        Assert.Equal(Assert.Single(kept), report.Finding);
        Assert.Contains((byte)'!', kept[0].Input);
        Assert.Contains("brittle", kept[0].Words, StringComparison.Ordinal);
        Assert.True(report.Runs < 10_000);
        // And the same again.
        var again = new FuzzLoop(target, corpus, seed: 1).Run(10_000, kept.Add);
        Assert.Equal(report.Finding!.Input, again.Finding!.Input);
    }

    private static FuzzReport Run(string name, int runs)
    {
        var corpus = Corpus.Read(
            Path.Combine(AppContext.BaseDirectory, "fuzz-corpus"),
            FuzzTargets.CorpusOf(name)
        );
        using var target = FuzzTargets.Create(name);
        var inputs = FuzzTargets.InputsOf(name, corpus, seed: 4);
        var report = new FuzzLoop(target, corpus, inputs).Run(runs, _ => { });
        Assert.True(
            report.Finding is null,
            $"{report.Finding?.Words} {Convert.ToBase64String(report.Finding?.Input ?? [])}"
        );
        Assert.Equal(runs, report.Runs);
        return report;
    }

    private sealed class Brittle : IFuzzTarget
    {
        public string Feed(byte[] input) =>
            input.Contains((byte)'!') ? throw new InvalidOperationException("brittle") : "fed";

        public void Dispose() { }
    }
}
