using System.Globalization;
using System.Net;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Benchmarks.Peers;
using Doku.Contracts.Common;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.Benchmarks.Load;

/// <summary>
/// The notification endpoint under load on loopback, in turns with a minimal API that only reads the same JSON. The
/// client runs in the same process and takes its share of the processors from both alike.
/// </summary>
internal static class LoadRun
{
    private const int Turns = 15;
    private const int RequestsATurn = 3000;

    public static async Task RunAsync()
    {
        await using var app = Build();
        await app.StartAsync();
        var address = new Uri(
            app.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );
        var server = new IPEndPoint(IPAddress.Loopback, address.Port);
        var (bare, notifications) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            var first = turn * RequestsATurn;
            bare.Add(
                await LoadClient.RunAsync(server, Wire.Requests(Wire.Bare, first, RequestsATurn))
            );
            notifications.Add(
                await LoadClient.RunAsync(
                    server,
                    Wire.Requests(Wire.Notifications, first, RequestsATurn)
                )
            );
        }

        // The first turns still compile.
        var ratios = bare.Zip(notifications, (b, n) => n / b).Skip(5).Order().ToArray();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"load      minimal API {Median(bare.Skip(5)):F0} requests/s, notifications {Median(notifications.Skip(5)):F0} requests/s, ratio of each turn: median {ratios[ratios.Length / 2]:F2}, from {ratios[0]:F2} to {ratios[^1]:F2}"
            )
        );
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new FixedClock());
        builder.Services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.TypeInfoResolverChain.Insert(
                0,
                PlainNotificationContext.Default
            )
        );
        builder.Services.AddDoku(options =>
        {
            options.ClientId = ExampleNotification.Message.ClientId;
            options.SecretKey = ExampleNotification.Secret;
            options.Environment = DokuEnvironment.Sandbox;
        });
        var app = builder.Build();
        app.MapPost(Wire.Bare, (PlainNotification notification) => Accept(notification));
        app.MapDokuNotifications<PaylaterNotification>(
            Wire.Notifications,
            (_, _, _) => Task.CompletedTask
        );
        return app;
    }

    private static StatusCodeHttpResult Accept(PlainNotification notification) =>
        TypedResults.StatusCode(notification.Order is null ? 400 : 200);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    // The requests are signed once for all runs, so the clock stands still at their moment.
    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ExampleNotification.Now;
    }
}
