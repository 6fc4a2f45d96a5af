using Doku.Contracts.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests;

/// <summary>What runs again after an edit: nothing that the edit can't have changed.</summary>
public sealed class CachingTests
{
    private static readonly SchemaText[] Files = [.. Repository.Schemas()];

    [Fact]
    public void An_edit_of_csharp_runs_no_step_again()
    {
        var run = GeneratorRun.Of(Files).Again(driver => driver, "class Edited { }");

        Assert.All(
            StepReasons.Of(
                run,
                StepNames.Files,
                StepNames.Documents,
                StepNames.Closures,
                StepNames.Bound,
                StepNames.Sources
            ),
            reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)
        );
        Assert.All(
            StepReasons.OfOutputs(run),
            reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)
        );
    }

    [Fact]
    public void White_space_in_a_schema_prints_nothing_again()
    {
        var first = GeneratorRun.Of(Files);
        var run = Edit(
            first,
            "common/text.schema.json",
            text => "\n\n" + text.Replace("\n", "\n  \n", StringComparison.Ordinal)
        );

        Assert.Contains(
            IncrementalStepRunReason.Modified,
            StepReasons.Of(run, StepNames.Documents)
        );
        Assert.All(
            StepReasons.Of(run, StepNames.Sources),
            reason => Assert.True(StepReasons.IsQuiet(reason))
        );
        Assert.All(
            StepReasons.OfOutputs(run),
            reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)
        );
        Assert.Equal(first.Sources, run.Sources);
    }

    [Fact]
    public void A_changed_limit_prints_only_the_type_that_has_it()
    {
        var first = GeneratorRun.Of(Files);
        var run = Edit(
            first,
            "kredivo/line-item.schema.json",
            text =>
                text.Replace("\"maxLength\": 255", "\"maxLength\": 254", StringComparison.Ordinal)
        );

        Assert.Equal(
            ["Doku.Contracts.Kredivo.LineItem.g.cs"],
            Changed(first, run)
                .Select(name =>
                    name.Replace("Sample.", "Doku.Contracts.", StringComparison.Ordinal)
                )
        );
        Assert.Single(
            StepReasons.OfOutputs(run),
            reason => reason == IncrementalStepRunReason.Modified
        );
    }

    [Fact]
    public void A_change_in_a_shared_file_prints_that_file_and_those_that_it_reaches()
    {
        var first = GeneratorRun.Of(Files);
        var run = Edit(
            first,
            "common/text.schema.json",
            text =>
                text.Replace(
                    "\"pattern\": \"^[0-9]*$\"",
                    "\"pattern\": \"^[0-8]*$\"",
                    StringComparison.Ordinal
                )
        );

        var changed = Changed(first, run).ToList();

        Assert.Contains("Sample.Common.CharacterSets.Digits.g.cs", changed);
        Assert.DoesNotContain("Sample.Common.CharacterSets.PersonName.g.cs", changed);
        Assert.DoesNotContain("Sample.Kredivo.LineItem.g.cs", changed);
    }

    [Fact]
    public void No_step_holds_on_to_a_compilation_or_a_symbol()
    {
        var run = GeneratorRun.Of(Files);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        foreach (
            var output in run
                .Result.TrackedSteps.Where(s =>
                    !s.Key.StartsWith("compilation", StringComparison.OrdinalIgnoreCase)
                )
                .SelectMany(s => s.Value)
                .SelectMany(s => s.Outputs)
        )
        {
            ObjectGraph.AssertFree(output.Value, seen);
        }

        Assert.True(seen.Count > 1000, "The walk reached hardly anything.");
    }

    private static IEnumerable<string> Changed(GeneratorRun first, GeneratorRun second) =>
        second.Sources.Except(first.Sources).Select(s => s.HintName);

    private static GeneratorRun Edit(GeneratorRun run, string path, Func<string, string> edit)
    {
        var before = Files.Single(f => f.LogicalPath == path);
        var text = before.GetText()!.ToString();
        Assert.NotEqual(text, edit(text));
        return run.Again(driver =>
            driver.ReplaceAdditionalText(before, new SchemaText(path, edit(text), "/repo/schemas/"))
        );
    }
}
