using System.Net.Http.Headers;
using System.Text;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
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
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doku-canary-");
    private readonly WebApplication _app;
    private readonly HttpClient _sender = new();
    private readonly string _clientId;
    private readonly string _secret;

    internal CanaryShop(DokuSandbox sandbox, CanaryWatch watch)
    {
        _clientId = sandbox.ClientId;
        _secret = sandbox.SecretKey;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Logging.ClearProviders()
            .SetMinimumLevel(LogLevel.Trace)
            .AddProvider(new WatchedLogs(watch));
        builder
            .Services.AddDoku(options =>
            {
                options.ClientId = sandbox.ClientId;
                options.SecretKey = sandbox.SecretKey;
                options.BaseAddress = sandbox.BaseAddress;
            })
            .AddNotificationLedger(
                NotificationDatabase.Sqlite,
                _ => SqliteFactory.Instance.CreateDataSource(ConnectionString),
                options =>
                {
                    options.MaxAttempts = 2;
                    options.FirstRetryAfter = TimeSpan.FromMilliseconds(1);
                    options.PollInterval = TimeSpan.FromMilliseconds(10);
                }
            );
        _app = builder.Build();
        _app.MapDokuNotifications<PaylaterNotification>(Inbox, HandleAsync);
        _app.MapDokuNotifications<PaylaterNotification>(
            Inline,
            HandleAsync,
            options => options.Mode = NotificationMode.Inline
        );
    }

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
        var stamp = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
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

    // Prints what it has, as a program does while it is written.
    private static async Task HandleAsync(
        Verified<PaylaterNotification> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        Console.WriteLine($"{notification} {notification.Value} {scope.Key} {scope}");
        if (notification.Value.Order.InvoiceNumber.StartsWith("FAILS", StringComparison.Ordinal))
        {
            await scope.BeginTransactionAsync(cancellationToken);
            throw new InvalidOperationException("The warehouse is closed.");
        }
    }
}
