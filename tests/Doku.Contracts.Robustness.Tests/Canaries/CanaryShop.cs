using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Resilience;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>A shop as one would write it, with its ledger in SQLite, one endpoint with the inbox and one without.</summary>
internal sealed class CanaryShop : IAsyncDisposable
{
    internal const string Inbox = "/payments/notifications";
    internal const string Inline = "/inline/notifications";
    internal const string Customers = "/customers";
    private const string Viewer = "/ops/ledger";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doku-canary-");
    private readonly WebApplication _app;
    private readonly HttpClient _sender = new();
    private readonly TimeProvider _clock;
    private readonly string _clientId;
    private readonly string _secret;

    internal CanaryShop(DokuSandbox sandbox, CanaryWatch watch)
    {
        _clock = sandbox.Clock;
        _clientId = sandbox.ClientId;
        _secret = sandbox.SecretKey;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Logging.ClearProviders()
            .SetMinimumLevel(LogLevel.Trace)
            .AddProvider(new WatchedLogs(watch));
        // Runs as this machine's does, and can be put forward.
        builder.Services.AddSingleton<TimeProvider>(sandbox.Clock);
        builder
            .Services.AddDoku(options =>
            {
                options.ClientId = sandbox.ClientId;
                options.SecretKey = sandbox.SecretKey;
                options.BaseAddress = sandbox.BaseAddress;
                options.Advice = AdvicePolicy.Log;
            })
            .AddResilience(options =>
            {
                options.MaxRetries = 1;
                options.FirstWait = TimeSpan.FromMilliseconds(10);
            })
            .AddReconciliation(
                _ => Pending,
                options =>
                {
                    options.PollInterval = TimeSpan.FromSeconds(1);
                    options.RequestsPerMinute = 600;
                    options.Endpoint = Inbox;
                }
            )
            .AddNotificationLedger(
                NotificationDatabase.Sqlite,
                _ => SqliteFactory.Instance.CreateDataSource(ConnectionString),
                options =>
                {
                    options.MaxAttempts = 2;
                    options.FirstRetryAfter = TimeSpan.FromMilliseconds(1);
                    options.PollInterval = TimeSpan.FromMilliseconds(10);
                    options.DeadLetterBodyRetention = TimeSpan.FromDays(1);
                    options.ClassifyFailure = CanaryHandler.Classify;
                }
            );
        builder.Services.AddHealthChecks().AddDokuNotifications();
        _app = builder.Build();
        _app.MapDokuNotifications<PaylaterNotification>(Inbox, CanaryHandler.HandleAsync);
        _app.MapDokuNotifications<PaylaterNotification>(
            Inline,
            CanaryHandler.HandleAsync,
            options => options.Mode = NotificationMode.Inline
        );
        // A contract that is all personal data.
        _app.MapDokuNotifications<Customer>(Customers, (_, _, _) => Task.CompletedTask);
        _app.MapDokuLedger(Viewer, options => options.AllowsAnonymous = true);
    }

    internal CanaryPending Pending { get; } = new();

    internal IServiceProvider Services => _app.Services;

    internal IKredivoClient Kredivo => _app.Services.GetRequiredService<IKredivoClient>();

    internal INotificationInbox Ledger => _app.Services.GetRequiredService<INotificationInbox>();

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "shop.db")}";

    internal async Task StartAsync(DokuSandbox sandbox)
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        sandbox.NotificationUrl = new Uri(_app.Urls.Single() + Inbox);
    }

    /// <summary>Sends a notification, rightly signed or not.</summary>
    /// <returns>The status of the answer.</returns>
    internal async Task<int> NotifyAsync(string path, string body, bool isForged = false)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var stamp = _clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        var id = Guid.CreateVersion7(_clock.GetUtcNow()).ToString();
        var signature = Signer.Sign(
            isForged ? "another" : _secret,
            "Request-Timestamp",
            _clientId,
            id,
            stamp,
            path,
            bytes
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.Single() + path);
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Client-Id", _clientId);
        request.Headers.Add("Request-Id", id);
        request.Headers.Add("Request-Timestamp", stamp);
        request.Headers.TryAddWithoutValidation("Signature", signature);
        using var answer = await _sender.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    /// <summary>Waits until nothing is left to work on.</summary>
    internal async Task UntilIdleAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await Ledger.CountAsync(patience.Token) is not { Waiting: 0, Working: 0 })
        {
            // Another database than this process's memory tells nobody when it changes.
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Reads a page of the viewer.</summary>
    internal async Task<string> ReadAsync(string page) =>
        await _sender.GetStringAsync(
            _app.Urls.Single() + Viewer + page,
            TestContext.Current.CancellationToken
        );

    /// <summary>Lets the viewer act on a dead letter.</summary>
    internal async Task ActAsync(string action, NotificationKey key)
    {
        using var answer = await _sender.PostAsJsonAsync(
            _app.Urls.Single() + Viewer + action,
            new
            {
                client = key.ClientId,
                endpoint = key.Endpoint,
                hash = key.BodyHash,
            },
            TestContext.Current.CancellationToken
        );
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _app.DisposeAsync();
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
    }
}
