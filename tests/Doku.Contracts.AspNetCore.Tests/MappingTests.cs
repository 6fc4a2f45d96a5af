using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
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
        Assert.Throws<ArgumentException>(() => Map(app, options => options.Name = ""));
        Assert.Throws<ArgumentException>(() => Map(app, options => options.BodyTimeout = default));
        Assert.Throws<ArgumentException>(() =>
            Map(app, options => options.Mode = (NotificationMode)9)
        );
        Assert.Throws<ArgumentException>(() =>
            Map(app, options => options.Freshness = NotificationFreshness.ReceiveTime)
        );
        Assert.Throws<ArgumentException>(() =>
            Map(app, options => options.ReceivedAt = _ => Shop.Start)
        );
    }

    [Fact]
    public async Task Inbox_mode_without_an_inbox_is_refused()
    {
        await using var app = App();
        var exception = Assert.Throws<InvalidOperationException>(() =>
            Map(app, options => options.Mode = NotificationMode.Inbox)
        );
        Assert.Contains("AddNotificationLedger", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_endpoints_of_one_name_are_refused_in_inbox_mode()
    {
        await using var database = new SqliteFile();
        await using var app = App(doku =>
            doku.AddNotificationLedger(database.Kind, _ => database.NewSource())
        );
        Map(app);
        Assert.Throws<InvalidOperationException>(() => Map(app));
        Map(app, options => options.Name = "other");
    }

    [Fact]
    public void A_second_ledger_is_refused()
    {
        var doku = new ServiceCollection().AddDoku(_ => { });
        doku.AddNotificationInbox(_ => throw new InvalidOperationException("not asked for"));
        Assert.Throws<InvalidOperationException>(() =>
            doku.AddNotificationInbox(_ => throw new InvalidOperationException("not asked for"))
        );
    }

    [Fact]
    public async Task Inline_mode_works_with_a_ledger_in_a_database()
    {
        await using var database = new SqliteFile();
        await using var shop = await InboxShop.OpenAsync(
            database,
            configure: options => options.Mode = NotificationMode.Inline
        );
        shop.Shop.Work = _ => throw new InvalidOperationException("database down");
        Assert.Equal(500, (await shop.Shop.SendAsync(new Notification())).Status);
        shop.Shop.Work = _ => Task.CompletedTask;
        shop.Shop.ScopedWork = async (scope, token) => await scope.BeginTransactionAsync(token);
        Assert.Equal(200, (await shop.Shop.SendAsync(new Notification())).Status);
        Assert.Equal(200, (await shop.Shop.SendAsync(new Notification())).Status);
        Assert.Equal(2, shop.Shop.Handled.Count);
        shop.Source.IsDown = true;
        Assert.Equal(503, (await shop.Shop.SendAsync(new Notification())).Status);
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
            401,
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

    private static WebApplication App(Action<DokuBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var doku = builder.Services.AddDoku(options =>
        {
            options.ClientId = Shop.ClientId;
            options.SecretKey = Shop.Secret;
            options.Environment = DokuEnvironment.Sandbox;
        });
        configure?.Invoke(doku);
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
