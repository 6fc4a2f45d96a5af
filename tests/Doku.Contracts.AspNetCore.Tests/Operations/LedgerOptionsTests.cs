using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore.Tests.Operations;

public sealed class LedgerOptionsTests
{
    private static readonly Dictionary<string, Action<NotificationLedgerOptions>> Wrong = new(
        StringComparer.Ordinal
    )
    {
        ["LeaseTime must be from one second to one day."] = options =>
            options.LeaseTime = TimeSpan.FromMilliseconds(999),
        [
            "Retention must be from 13 hours 5 minutes (DOKU sends again up to 12 hours after the first time) to 3650 days."
        ] = options => options.Retention = TimeSpan.FromHours(12),
        ["OrderRetention must be from Retention to 3650 days."] = options =>
            options.OrderRetention = TimeSpan.FromDays(89),
        ["DeadLetterBodyRetention must be from one day to 3650 days, or null."] = options =>
            options.DeadLetterBodyRetention = TimeSpan.FromHours(23),
        ["MaxAttempts must be from 1 to 1000."] = options => options.MaxAttempts = 0,
        ["FirstRetryAfter must be above zero."] = options => options.FirstRetryAfter = default,
        ["LongestRetryAfter must not be below FirstRetryAfter."] = options =>
            options.LongestRetryAfter = TimeSpan.FromSeconds(1),
        ["LongestRetryAfter must be at most one day."] = options =>
            options.LongestRetryAfter = TimeSpan.FromDays(2),
        ["Concurrency must be from 1 to 256."] = options => options.Concurrency = 257,
        ["ClassifyFailure must not be null."] = options => options.ClassifyFailure = null!,
        ["PollInterval must be from 10 milliseconds to one hour."] = options =>
            options.PollInterval = default,
        ["ShutdownGrace must be from zero to one hour."] = options =>
            options.ShutdownGrace = TimeSpan.FromSeconds(-1),
    };

    public static TheoryData<string> Rules => [.. Wrong.Keys];

    [Fact]
    public void The_defaults_are_good()
    {
        Assert.True(new NotificationLedgerRules().Validate(null, new()).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_option_out_of_range_is_named(string rule)
    {
        var options = new NotificationLedgerOptions();
        Wrong[rule](options);
        var result = new NotificationLedgerRules().Validate(Options.DefaultName, options);
        Assert.Equal([$"The notification ledger's {rule}"], result.Failures);
    }
}
