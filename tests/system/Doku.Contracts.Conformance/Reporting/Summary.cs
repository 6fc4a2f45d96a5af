using System.Globalization;
using Doku.Contracts.Conformance.Running;

namespace Doku.Contracts.Conformance.Reporting;

/// <summary>Results, counted.</summary>
internal sealed record Summary(int Groups, int Accepted, int Tests, int Right, int Valid, int Kept)
{
    public static Summary Of(IReadOnlyList<GroupResult> results)
    {
        var expected = results.SelectMany(result => result.Group.Tests).ToList();
        var tests = results.SelectMany(result => result.Tests).ToList();
        return new Summary(
            results.Count,
            results.Count(result => result.IsAccepted),
            expected.Count,
            tests.Count(test => test.IsRight),
            expected.Count(test => test.IsValid),
            tests.Count(test => test.IsKept)
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Accepted} of {Groups} groups accepted, {Right} of {Tests} verdicts right, {Kept} of {Valid} valid values kept"
        );
}
