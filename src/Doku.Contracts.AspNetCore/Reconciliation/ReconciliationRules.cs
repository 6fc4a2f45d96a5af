using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>What the reconciler's options may be.</summary>
internal sealed class ReconciliationRules : IValidateOptions<ReconciliationOptions>
{
    public ValidateOptionsResult Validate(string? name, ReconciliationOptions options)
    {
        (bool Holds, string Words)[] rules =
        [
            (
                options.PendingFor >= TimeSpan.FromMinutes(1)
                    && options.PendingFor <= TimeSpan.FromDays(1),
                "PendingFor must be from one minute to one day."
            ),
            (
                options.LongestDelay >= options.PendingFor
                    && options.LongestDelay <= TimeSpan.FromDays(7),
                "LongestDelay must be from PendingFor to seven days."
            ),
            (
                options.GiveUpAfter > options.PendingFor
                    && options.GiveUpAfter <= TimeSpan.FromDays(365),
                "GiveUpAfter must be above PendingFor and at most 365 days."
            ),
            (
                options.RequestsPerMinute is >= 1 and <= 600,
                "RequestsPerMinute must be from 1 to 600."
            ),
            (
                options.PollInterval >= TimeSpan.FromSeconds(1)
                    && options.PollInterval <= TimeSpan.FromHours(1),
                "PollInterval must be from one second to one hour."
            ),
        ];
        var failures = rules
            .Where(rule => !rule.Holds)
            .Select(rule => $"The reconciliation's {rule.Words}")
            .ToList();
        return failures.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures);
    }
}
