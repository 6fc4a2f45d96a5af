using System.Globalization;
using Doku.Contracts.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;

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

    [Theory]
    // A queue of 30 days, and a stamp so many seconds before the forwarder received it.
    [InlineData(0, 30 * 24 * Hours, 200)]
    [InlineData(13 * Hours, 30 * 24 * Hours, 200)]
    [InlineData(13 * Hours + 1, 30 * 24 * Hours, 401)]
    [InlineData(-5 * Minutes - 1, 30 * 24 * Hours, 401)]
    // The forwarder's clock may differ as well, and no more than that.
    [InlineData(0, -5 * Minutes, 200)]
    [InlineData(0, -5 * Minutes - 1, 401)]
    public async Task A_queued_notification_is_as_old_as_when_the_forwarder_received_it(
        int age,
        int queued,
        int status
    )
    {
        var received = Shop.Start.AddSeconds(-queued);
        await using var shop = await Shop.OpenAsync(options =>
        {
            options.Freshness = NotificationFreshness.ReceiveTime;
            options.ReceivedAt = Received;
        });
        var notification = new Notification
        {
            Stamp = received
                .AddSeconds(-age)
                .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
        };
        var told = notification with { ExtraHeader = ("X-Received-At", $"{received:O}") };
        Assert.Equal(status, (await shop.SendAsync(told)).Status);
        if (status == 200)
        {
            Assert.Equal(received, Assert.Single(shop.Handled).ReceivedAt);
        }

        // Without the forwarder's word nothing is fresh.
        Assert.Equal(401, (await shop.SendAsync(notification)).Status);
    }

    private static DateTimeOffset? Received(HttpContext context) =>
        DateTimeOffset.TryParse(
            context.Request.Headers["X-Received-At"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        )
            ? moment
            : null;
}
