using System.Globalization;
using Doku.Contracts.Conformance.Suite;

namespace Doku.Contracts.Conformance.Running;

/// <summary>Judges every group on its own, so that no schema's mistake is another's.</summary>
internal static class SuiteRun
{
    /// <summary>The results, in the order of the groups.</summary>
    public static IReadOnlyList<GroupResult> Of(
        IReadOnlyList<SuiteGroup> groups,
        RemoteFiles remotes
    )
    {
        var results = new GroupResult[groups.Count];
        Parallel.For(
            0,
            groups.Count,
            index => results[index] = Judge(groups[index], remotes, index)
        );
        return results;
    }

    private static GroupResult Judge(SuiteGroup group, RemoteFiles remotes, int index)
    {
        var findings = GeneratedType.Make(
            group,
            remotes.ReachedFrom(group.Schema),
            string.Create(CultureInfo.InvariantCulture, $"Group{index}"),
            out var probe
        );
        return new GroupResult(
            group,
            findings,
            probe is null
                ? []
                : [.. group.Tests.Select(test => new TestResult(test, probe.Read(test.Data)))]
        );
    }
}
