using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests;

public sealed class NotificationFreshnessTests
{
    private const int Minutes = 60;
    private const int Hours = 60 * Minutes;

    [Theory]
    [InlineData(NotificationFreshness.DokuRetrySchedule, -5 * Minutes, 200)]
    [InlineData(NotificationFreshness.DokuRetrySchedule, -5 * Minutes - 1, 401)]
    [InlineData(NotificationFreshness.DokuRetrySchedule, 30 * Minutes, 200)]
    [InlineData(NotificationFreshness.DokuRetrySchedule, 6 * Hours, 200)]
    [InlineData(NotificationFreshness.DokuRetrySchedule, 12 * Hours + 30 * Minutes, 200)]
    [InlineData(NotificationFreshness.DokuRetrySchedule, 13 * Hours, 200)]
    [InlineData(NotificationFreshness.DokuRetrySchedule, 13 * Hours + 1, 401)]
    [InlineData(NotificationFreshness.Strict, -5 * Minutes, 200)]
    [InlineData(NotificationFreshness.Strict, 5 * Minutes, 200)]
    [InlineData(NotificationFreshness.Strict, 5 * Minutes + 1, 401)]
    [InlineData(NotificationFreshness.AnyAge, 1000 * 24 * Hours, 200)]
    [InlineData(NotificationFreshness.AnyAge, -5 * Minutes - 1, 401)]
    [InlineData((NotificationFreshness)7, 5 * Minutes + 1, 401)]
    public async Task The_policy_decides_how_old_a_stamp_may_be(
        NotificationFreshness policy,
        int age,
        int status
    )
    {
        await using var shop = await Shop.OpenAsync(options => options.Freshness = policy);
        // Written when the clock showed the stamp, received so many seconds later.
        var stamp = Shop
            .Start.AddSeconds(-age)
            .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        var answer = await shop.SendAsync(new Notification { Stamp = stamp });
        Assert.Equal(status, answer.Status);
    }
}
