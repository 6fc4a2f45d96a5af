using System.Net;
using System.Net.Sockets;
using System.Text;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>A merchant's program on loopback, which takes notifications.</summary>
internal sealed class Shop : IAsyncDisposable
{
    internal const string ClientId = "MCH-0001-10791114622547";
    internal const string Secret = "SK-canary-secret";
    internal static readonly DateTimeOffset Start = new(2026, 11, 22, 1, 58, 30, TimeSpan.Zero);

    private readonly WebApplication _app;

    private Shop(WebApplication app, FakeTimeProvider clock, LogKeeper log)
    {
        _app = app;
        Clock = clock;
        Log = log;
    }

    internal FakeTimeProvider Clock { get; }

    internal LogKeeper Log { get; }

    /// <summary>What reached the handler.</summary>
    internal List<Verified<Parcel>> Handled { get; } = [];

    /// <summary>What the handler does.</summary>
    internal Func<CancellationToken, Task> Work { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the handler does besides, where it needs its scope.</summary>
    internal Func<NotificationScope, CancellationToken, Task>? ScopedWork { get; set; }

    internal IServiceProvider Services => _app.Services;

    internal Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    internal static async Task<Shop> OpenAsync(
        Action<DokuNotificationOptions>? configure = null,
        Action<WebApplication>? before = null,
        Action<DokuOptions>? account = null,
        string pattern = Notification.Path,
        Action<DokuBuilder>? merchant = null,
        Action<Shop>? prepare = null,
        FakeTimeProvider? clock = null
    )
    {
        clock ??= new FakeTimeProvider(Start);
        var log = new LogKeeper();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        var doku = builder.Services.AddDoku(options =>
        {
            options.ClientId = ClientId;
            options.SecretKey = Secret;
            options.Environment = DokuEnvironment.Sandbox;
            account?.Invoke(options);
        });
        merchant?.Invoke(doku);
        var app = builder.Build();
        var shop = new Shop(app, clock, log);
        before?.Invoke(app);
        prepare?.Invoke(shop);
        app.UseRouting();
        app.MapDokuNotifications<Parcel>(pattern, shop.HandleAsync, configure);
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

        return shop;
    }

    internal Task<Answer> SendAsync(Notification notification, string method = "POST") =>
        SendAsync(notification.ToBytes(method));

    internal async Task<Answer> SendAsync(byte[] request)
    {
        using var connection = await ConnectAsync();
        await connection.GetStream().WriteAsync(request, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        return Answer.Of(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    internal async Task<TcpClient> ConnectAsync()
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(
            IPAddress.Loopback,
            new Uri(_app.Urls.Single()).Port,
            TestContext.Current.CancellationToken
        );
        return connection;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(
        Verified<Parcel> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        lock (Handled)
        {
            Handled.Add(notification);
        }

        await Work(cancellationToken);
        if (ScopedWork is { } work)
        {
            await work(scope, cancellationToken);
        }
    }
}
