using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>What the ledger's options may be.</summary>
internal sealed class NotificationLedgerRules : IValidateOptions<NotificationLedgerOptions>
{
    public ValidateOptionsResult Validate(string? name, NotificationLedgerOptions options)
    {
        var failures = new List<string>();
        Demand(
            options.LeaseTime >= TimeSpan.FromSeconds(1)
                && options.LeaseTime <= TimeSpan.FromDays(1),
            "LeaseTime must be from one second to one day."
        );
        Demand(
            options.Retention >= NotificationLedgerOptions.LeastRetention
                && options.Retention <= TimeSpan.FromDays(3650),
            "Retention must be from 13 hours 5 minutes (DOKU sends again up to 12 hours after the first time) to 3650 days."
        );
        Demand(
            options.OrderRetention >= options.Retention
                && options.OrderRetention <= TimeSpan.FromDays(3650),
            "OrderRetention must be from Retention to 3650 days."
        );
        Demand(
            options.DeadLetterBodyRetention is not { } kept
                || (kept >= TimeSpan.FromDays(1) && kept <= TimeSpan.FromDays(3650)),
            "DeadLetterBodyRetention must be from one day to 3650 days, or null."
        );
        Demand(options.MaxAttempts is >= 1 and <= 1000, "MaxAttempts must be from 1 to 1000.");
        Demand(options.FirstRetryAfter > TimeSpan.Zero, "FirstRetryAfter must be above zero.");
        Demand(
            options.LongestRetryAfter >= options.FirstRetryAfter,
            "LongestRetryAfter must not be below FirstRetryAfter."
        );
        Demand(
            options.LongestRetryAfter <= TimeSpan.FromDays(1),
            "LongestRetryAfter must be at most one day."
        );
        Demand(options.ClassifyFailure is not null, "ClassifyFailure must not be null.");
        Demand(options.Concurrency is >= 1 and <= 256, "Concurrency must be from 1 to 256.");
        Demand(
            options.PollInterval >= TimeSpan.FromMilliseconds(10)
                && options.PollInterval <= TimeSpan.FromHours(1),
            "PollInterval must be from 10 milliseconds to one hour."
        );
        Demand(
            options.ShutdownGrace >= TimeSpan.Zero
                && options.ShutdownGrace <= TimeSpan.FromHours(1),
            "ShutdownGrace must be from zero to one hour."
        );
        return failures.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures);

        void Demand(bool holds, string words)
        {
            if (!holds)
            {
                failures.Add($"The notification ledger's {words}");
            }
        }
    }
}
