using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore.Tests;

public sealed class MappingTests
{
    [Fact]
    public async Task Says_what_to_do_when_AddDoku_was_not_called()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        var exception = Assert.Throws<InvalidOperationException>(() => Map(app));
        Assert.Contains("AddDoku", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_an_unknown_merchant_at_once()
    {
        await using var app = App();
        Assert.Throws<OptionsValidationException>(() =>
            Map(app, options => options.Merchant = "x")
        );
    }

    [Fact]
    public async Task Refuses_options_out_of_range()
    {
        await using var app = App();
        Assert.Throws<ArgumentException>(() => Map(app, options => options.MaxBodyBytes = 0));
        Assert.Throws<ArgumentException>(() => Map(app, options => options.RequestTarget = "x"));
    }

    [Fact]
    public async Task Returns_a_builder_for_the_programs_own_conventions()
    {
        await using var app = App();
        Map(app).WithMetadata("limited");
        var endpoint = Assert.Single(((IEndpointRouteBuilder)app).DataSources.Single().Endpoints);
        Assert.Contains("limited", endpoint.Metadata);
    }

    [Fact(Timeout = 30_000)]
    public async Task No_secret_signature_or_body_is_logged_or_printed()
    {
        const string canary = "canary-budi";
        await using var shop = await Shop.OpenAsync(options => options.MaxBodyBytes = 1000);
        var good = new Notification { Body = $$"""{"id":"{{canary}}"}""" };
        shop.Work = _ => throw new InvalidOperationException("database down");
        Assert.Equal(500, (await shop.SendAsync(good)).Status);
        var goOn = new TaskCompletionSource();
        shop.Work = _ => goOn.Task;
        var working = shop.SendAsync(good);
        while (shop.Handled.Count < 2)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal(503, (await shop.SendAsync(good)).Status);
        goOn.SetResult();
        Assert.Equal(200, (await working).Status);
        Assert.Equal(200, (await shop.SendAsync(good)).Status);
        Assert.Equal(401, (await shop.SendAsync(good with { Secret = "other" })).Status);
        Assert.Equal(400, (await shop.SendAsync(good with { Body = canary })).Status);
        Assert.Equal(
            413,
            (await shop.SendAsync(good with { Body = canary + new string('x', 1000) })).Status
        );

        var lines = shop.Log.Lines.ToArray();
        var said = lines.Select(line => line.Text).Append(shop.Handled[0].ToString()).ToList();
        foreach (var secret in new[] { canary, Shop.Secret, good.Signature })
        {
            Assert.DoesNotContain(
                said,
                text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)
            );
        }

        int[] ids = [2001, 2002, 2003, 2004, 2005, 2006, 2007];
        Assert.All(ids, id => Assert.Contains(lines, line => line.Event.Id == id));
    }

    private static WebApplication App()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddDoku(options =>
        {
            options.ClientId = Shop.ClientId;
            options.SecretKey = Shop.Secret;
            options.Environment = DokuEnvironment.Sandbox;
        });
        return builder.Build();
    }

    private static IEndpointConventionBuilder Map(
        WebApplication app,
        Action<DokuNotificationOptions>? configure = null
    ) =>
        app.MapDokuNotifications<Parcel>(
            Notification.Path,
            (_, _, _) => Task.CompletedTask,
            configure
        );
}
