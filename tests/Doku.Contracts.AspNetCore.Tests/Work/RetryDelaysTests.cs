namespace Doku.Contracts.AspNetCore.Tests.Work;

public sealed class RetryDelaysTests
{
    [Fact]
    public void Delays_double_up_to_the_longest_and_vary_by_at_most_half()
    {
        var delays = new RetryDelays(new NotificationLedgerOptions { JitterSeed = 1 });
        for (var attempt = 1; attempt <= 1000; attempt++)
        {
            var whole = Math.Min(2 * Math.Pow(2, attempt - 1), 3600);
            Assert.InRange(delays.After(attempt).TotalSeconds, whole / 2, whole);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_delays_and_another_seed_others()
    {
        Assert.Equal(Delays(1), Delays(1));
        Assert.NotEqual(Delays(1), Delays(2));
    }

    [Fact]
    public void By_default_a_notification_is_tried_for_as_long_as_DOKU_would_send_it()
    {
        var options = new NotificationLedgerOptions();
        var least = Enumerable
            .Range(1, options.MaxAttempts - 1)
            .Sum(attempt =>
                Math.Min(
                    options.FirstRetryAfter.TotalHours * Math.Pow(2, attempt - 1),
                    options.LongestRetryAfter.TotalHours
                )
            );
        Assert.InRange(least, 12, 14);
    }

    private static List<TimeSpan> Delays(int seed)
    {
        var delays = new RetryDelays(new NotificationLedgerOptions { JitterSeed = seed });
        return [.. Enumerable.Range(1, 10).Select(delays.After)];
    }
}
