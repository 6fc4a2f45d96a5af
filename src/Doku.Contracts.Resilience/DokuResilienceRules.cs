using Microsoft.Extensions.Options;

namespace Doku.Contracts.Resilience;

/// <summary>The ranges of <see cref="DokuResilienceOptions"/>.</summary>
internal sealed class DokuResilienceRules : IValidateOptions<DokuResilienceOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, DokuResilienceOptions options)
    {
        var failures = new List<string>();
        Check(options.MaxRetries is >= 0 and <= 10, "MaxRetries must be from 0 to 10.");
        Check(
            options.AttemptTimeout >= TimeSpan.FromMilliseconds(100)
                && options.AttemptTimeout <= Longest,
            "AttemptTimeout must be from 100 milliseconds to ten minutes."
        );
        Check(
            options.FirstWait >= TimeSpan.Zero && options.FirstWait <= TimeSpan.FromMinutes(1),
            "FirstWait must be from nothing to one minute."
        );
        Check(
            options.LongestWait >= options.FirstWait && options.LongestWait <= Longest,
            "LongestWait must be from FirstWait to ten minutes."
        );
        Check(options.BreakRatio is > 0 and <= 1, "BreakRatio must be above 0, at most 1.");
        Check(options.BreakAfter >= 2, "BreakAfter must be at least 2.");
        Check(
            options.BreakTime >= TimeSpan.FromMilliseconds(500) && options.BreakTime <= Longest,
            "BreakTime must be from half a second to ten minutes."
        );
        return failures.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures);

        void Check(bool holds, string words)
        {
            if (!holds)
            {
                failures.Add($"DOKU's resilience: {words}");
            }
        }
    }
}
