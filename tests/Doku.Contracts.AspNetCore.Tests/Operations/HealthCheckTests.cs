using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.AspNetCore.Tests.Operations;

public sealed class HealthCheckTests : IAsyncLifetime
{
    private readonly SqliteFile _database = new();
    private readonly FakeTimeProvider _clock = new(Shop.Start);
    private FaultySource _source = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _source = new FaultySource(_database.NewSource());
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_merchant_with_a_key_and_an_empty_inbox_is_healthy()
    {
        await using var services = Services();
        var report = await CheckAsync(services);
        Assert.Equal((HealthStatus.Healthy, null), (report.Status, report.Description));
        Assert.Equal(0L, report.Data["dead"]);
    }

    [Fact]
    public async Task A_key_that_ends_soon_is_told_of_and_one_that_has_ended_is_unhealthy()
    {
        await using var services = Services(options =>
        {
            options.SecretKey = null;
            options.Keys.Add(
                new DokuKey
                {
                    Id = "last",
                    Secret = "SK-canary",
                    NotAfter = Shop.Start.AddDays(8),
                }
            );
        });
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(services)).Status);
        _clock.Advance(TimeSpan.FromDays(1));
        var soon = await CheckAsync(services);
        Assert.Equal(
            (HealthStatus.Degraded, "The last secret key of the merchant ends soon."),
            (soon.Status, soon.Description)
        );
        _clock.Advance(TimeSpan.FromDays(7));
        var ended = await CheckAsync(services);
        Assert.Equal(
            (HealthStatus.Unhealthy, "No secret key of the merchant counts now."),
            (ended.Status, ended.Description)
        );
    }

    [Fact]
    public async Task Wrong_options_are_unhealthy_and_quote_nothing()
    {
        await using var services = Services(options => options.SecretKey = " SK-canary");
        var report = await CheckAsync(services);
        Assert.Equal(
            (HealthStatus.Unhealthy, "The options of the merchant are wrong."),
            (report.Status, report.Description)
        );
    }

    [Fact]
    public async Task A_database_that_is_down_is_unhealthy_and_named_by_the_errors_type_alone()
    {
        await using var services = Services();
        _source.IsDown = true;
        var report = await CheckAsync(services);
        Assert.Equal(
            (HealthStatus.Unhealthy, "The notification inbox can't be reached: DownException."),
            (report.Status, report.Description)
        );
        Assert.Null(report.Exception);
    }

    [Fact]
    public async Task The_dead_and_a_backlog_that_grows_old_degrade()
    {
        await using var services = Services();
        var inbox = services.GetRequiredService<INotificationInbox>();
        await inbox.StoreAsync(Stored("1"), null, Cancel);
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(services)).Status);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var old = await CheckAsync(services);
        Assert.Equal(
            (HealthStatus.Degraded, "Notifications wait too long for their work."),
            (old.Status, old.Description)
        );
        var taken = (await inbox.TakeAsync(["/notify"], Cancel))!;
        await inbox.FailAsync(taken.Lease, null, "System.Exception", Cancel);
        var dead = await CheckAsync(services);
        Assert.Equal(
            (HealthStatus.Degraded, "There are dead notifications: replay or discard them.", 1L),
            (dead.Status, dead.Description, dead.Data["dead"])
        );
    }

    [Fact]
    public async Task Each_named_merchant_is_checked()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDoku("a", Account);
        services.AddDoku("b", options => Account(options));
        services
            .AddHealthChecks()
            .AddDokuNotifications(configure: options =>
            {
                options.Merchants.Add("a");
                options.Merchants.Add("missing");
            });
        await using var provider = services.BuildServiceProvider();
        var report = await CheckAsync(provider);
        Assert.Equal("The options of merchant 'missing' are wrong.", report.Description);
    }

    [Fact]
    public async Task Without_a_list_the_merchants_of_the_endpoints_are_checked()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddDoku("a", Account);
        builder.Services.AddHealthChecks().AddDokuNotifications();
        await using var app = builder.Build();
        app.MapDokuNotifications<Parcel>(
            "/notify",
            (_, _, _) => Task.CompletedTask,
            options => options.Merchant = "a"
        );
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(app.Services)).Status);
    }

    private static StoredNotification Stored(string body) =>
        new()
        {
            Key = new NotificationKey(Shop.ClientId, "/notify", body),
            Contract = "Parcel",
            Body = new byte[] { 1 },
            RequestId = "notification-1",
            KeyId = "default",
            SignedAt = Shop.Start,
            ReceivedAt = Shop.Start,
        };

    private static void Account(DokuOptions options)
    {
        options.ClientId = Shop.ClientId;
        options.SecretKey = Shop.Secret;
        options.Environment = DokuEnvironment.Sandbox;
    }

    private ServiceProvider Services(Action<DokuOptions>? account = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services
            .AddDoku(options =>
            {
                Account(options);
                account?.Invoke(options);
            })
            .AddNotificationLedger(_database.Kind, _ => _source);
        services.AddHealthChecks().AddDokuNotifications();
        return services.BuildServiceProvider();
    }

    private static async Task<HealthReportEntry> CheckAsync(IServiceProvider services)
    {
        var report = await services
            .GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(Cancel);
        return Assert.Single(report.Entries).Value;
    }
}
