using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests.Harness;

/// <summary>Why the generator's steps ran, or that they didn't.</summary>
internal static class StepReasons
{
    /// <summary>Every output of the named steps, as reasons.</summary>
    public static List<IncrementalStepRunReason> Of(
        GeneratorRun run,
        params IEnumerable<string> steps
    ) =>
        [
            .. steps
                .Where(run.Result.TrackedSteps.ContainsKey)
                .SelectMany(step => run.Result.TrackedSteps[step])
                .SelectMany(step => step.Outputs)
                .Select(output => output.Reason),
        ];

    /// <summary>The reasons of the steps that print.</summary>
    public static List<IncrementalStepRunReason> OfOutputs(GeneratorRun run) =>
        [
            .. run
                .Result.TrackedOutputSteps.SelectMany(step => step.Value)
                .SelectMany(step => step.Outputs)
                .Select(output => output.Reason),
        ];

    /// <summary>Whether nothing was printed again.</summary>
    public static bool IsQuiet(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
