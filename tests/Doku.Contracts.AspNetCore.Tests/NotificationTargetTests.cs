using Doku.Contracts.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Doku.Contracts.AspNetCore.Tests;

/// <summary>The path that DOKU signed is the one it called, however the program came to see it.</summary>
public sealed class NotificationTargetTests
{
    [Theory]
    [InlineData("/payments/notifications", "/payments/notifications", 200)]
    [InlineData("/payments/notifications", "/payments/notifications?a=b", 200)]
    [InlineData("/payments/notifications?a=b", "/payments/notifications?a=b", 401)]
    [InlineData("/payments/notifications", "/Payments/Notifications", 401)]
    [InlineData("/Payments/Notifications", "/Payments/Notifications", 200)]
    [InlineData("/payments/%6Eotifications", "/payments/%6Eotifications", 200)]
    [InlineData("/payments/notifications", "/payments/%6Eotifications", 401)]
    public async Task The_path_counts_as_it_was_written_without_the_query(
        string signed,
        string called,
        int status
    )
    {
        await using var shop = await Shop.OpenAsync();
        var answer = await shop.SendAsync(
            new Notification { SignedTarget = signed, CalledTarget = called }
        );
        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("/payments/notifications?a=%20b", 200)]
    [InlineData("/payments/notifications", 401)]
    public async Task The_query_counts_where_the_options_say_so(string signed, int status)
    {
        await using var shop = await Shop.OpenAsync(account: options =>
            options.RequestTargetIncludesQuery = true
        );
        var answer = await shop.SendAsync(
            new Notification
            {
                SignedTarget = signed,
                CalledTarget = "/payments/notifications?a=%20b",
            }
        );
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task The_path_base_is_part_of_the_path()
    {
        await using var shop = await Shop.OpenAsync(before: app => app.UsePathBase("/shop"));
        const string called = "/shop/payments/notifications";
        var signed = new Notification { SignedTarget = called, CalledTarget = called };
        Assert.Equal(200, (await shop.SendAsync(signed)).Status);
        var unsigned = signed with { SignedTarget = Notification.Path };
        Assert.Equal(401, (await shop.SendAsync(unsigned)).Status);
    }

    [Fact]
    public async Task A_prefix_that_a_proxy_took_off_and_named_is_part_of_the_path()
    {
        await using var shop = await Shop.OpenAsync(before: app =>
            app.Use(
                (context, next) =>
                {
                    // As the forwarded-headers middleware does for X-Forwarded-Prefix.
                    context.Request.PathBase = "/shop";
                    return next();
                }
            )
        );
        var signed = new Notification { SignedTarget = "/shop/payments/notifications" };
        Assert.Equal(200, (await shop.SendAsync(signed)).Status);
    }

    [Fact]
    public async Task The_configured_path_wins_over_the_called_one()
    {
        await using var shop = await Shop.OpenAsync(options =>
            options.RequestTarget = "/public/notify"
        );
        var signed = new Notification { SignedTarget = "/public/notify" };
        Assert.Equal(200, (await shop.SendAsync(signed)).Status);
        Assert.Equal(401, (await shop.SendAsync(new Notification())).Status);
    }
}
