using System.Text;
using Doku.Contracts.Common;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>A program with a ledger and its viewer, of which only Rini may see anything.</summary>
internal sealed class ViewerShop : IAsyncDisposable
{
    internal const string Endpoint = "/payments/notifications";
    private readonly WebApplication _app;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    private ViewerShop(WebApplication app, FakeTimeProvider clock, LogKeeper log)
    {
        _app = app;
        Clock = clock;
        Log = log;
        Http = new HttpClient(_handler) { BaseAddress = new Uri(app.Urls.Single()) };
        Http.DefaultRequestHeaders.Add("X-User", "rini");
    }

    internal FakeTimeProvider Clock { get; }

    internal LogKeeper Log { get; }

    internal HttpClient Http { get; }

    internal IServiceProvider Services => _app.Services;

    internal INotificationInbox Inbox => Services.GetRequiredService<INotificationInbox>();

    internal static async Task<ViewerShop> OpenAsync(
        TestDatabase database,
        Action<IEndpointConventionBuilder>? protect = null,
        Action<LedgerViewerOptions>? configure = null,
        string environment = "Production"
    )
    {
        var clock = new FakeTimeProvider(Shop.Start);
        var log = new LogKeeper();
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = environment }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder
            .Services.AddDoku(options =>
            {
                options.ClientId = Shop.ClientId;
                options.SecretKey = Shop.Secret;
                options.Environment = DokuEnvironment.Sandbox;
            })
            .AddNotificationLedger(database.Kind, _ => database.NewSource());
        builder.Services.AddAuthorization();
        builder
            .Services.AddAuthentication("header")
            .AddScheme<AuthenticationSchemeOptions, HeaderScheme>("header", null);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDokuNotifications<PaylaterNotification>(
            Endpoint,
            (_, _, token) => Task.Delay(Timeout.Infinite, token)
        );
        // A contract with members that its schema calls sensitive.
        app.MapDokuNotifications<Kredivo.Customer>("/customers", (_, _, _) => Task.CompletedTask);
        var viewer = app.MapDokuLedger(configure: configure);
        (protect ?? (it => it.RequireAuthorization()))(viewer);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            // Nothing of a program that doesn't start goes on beside the next test.
            await app.DisposeAsync();
            throw;
        }

        return new ViewerShop(app, clock, log);
    }

    /// <summary>Puts a notification in as dead.</summary>
    internal async Task<NotificationKey> BuryAsync(
        string body,
        string requestId = "notification-1",
        string reason = "unknown order",
        string endpoint = Endpoint
    )
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var key = NotificationKey.Of(Shop.ClientId, endpoint, bytes);
        await Inbox.StoreAsync(
            new StoredNotification
            {
                Key = key,
                Contract = "PaylaterNotification",
                Body = bytes,
                RequestId = requestId,
                KeyId = "default",
                SignedAt = Clock.GetUtcNow(),
                ReceivedAt = Clock.GetUtcNow(),
            },
            reason,
            TestContext.Current.CancellationToken
        );
        return key;
    }

    internal static string Query(NotificationKey key) =>
        $"client={key.ClientId}&endpoint={Uri.EscapeDataString(key.Endpoint)}&hash={key.BodyHash}";

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _handler.Dispose();
        // What the handler waits for ends at once, not after the grace of a clock that stands still.
        var stopping = _app.StopAsync();
        while (!stopping.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(3);
        }

        await _app.DisposeAsync();
    }

    private sealed class HeaderScheme(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        System.Text.Encodings.Web.UrlEncoder encoder
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-User"] is not [{ } user])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new System.Security.Claims.ClaimsIdentity(
                [new(System.Security.Claims.ClaimTypes.Name, user)],
                Scheme.Name
            );
            return Task.FromResult(
                AuthenticateResult.Success(new AuthenticationTicket(new(identity), Scheme.Name))
            );
        }
    }
}
