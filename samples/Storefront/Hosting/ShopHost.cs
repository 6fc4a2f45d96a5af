using System.Net;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Storefront.Endpoints;
using Storefront.Orders;
using Storefront.Payments;

namespace Storefront.Hosting;

/// <summary>The shop as a running web server.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ShopHost(WebApplication application)
    {
        _application = application;
    }

    /// <summary>Where the shop listens.</summary>
    internal Uri Address => _application.Services.GetRequiredService<ShopAddress>().Root;

    /// <summary>The Notification URL, which DOKU's Back Office wants to know.</summary>
    internal Uri NotificationUrl => new(Address, PaymentNotifications.Path);

    internal OrderBook Orders => _application.Services.GetRequiredService<OrderBook>();

    /// <summary>The notifications that came, and those that need somebody to look.</summary>
    internal INotificationInbox Inbox =>
        _application.Services.GetRequiredService<INotificationInbox>();

    internal IKredivoClient Kredivo => _application.Services.GetRequiredService<IKredivoClient>();

    internal static async Task<ShopHost> StartAsync(
        ShopSettings settings,
        CancellationToken cancellationToken = default
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 128 * 1024;
            server.Listen(IPAddress.Loopback, settings.Port);
        });
        if (settings.WritesLog)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
        }
        else
        {
            builder.Logging.ClearProviders();
        }

        AddServices(builder.Services, settings);
        var application = builder.Build();
        Map(application, settings);
        await application.StartAsync(cancellationToken);
        application.Services.GetRequiredService<ShopAddress>().Root = AddressOf(application);
        return new ShopHost(application);
    }

    /// <summary>Runs until Ctrl+C.</summary>
    internal Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    /// <summary>Lets what has begun come to its end, and closes the shop.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static void AddServices(IServiceCollection services, ShopSettings settings)
    {
        services.AddSingleton(settings.TimeProvider);
        services.AddSingleton(_ => new ShopDatabase(settings.DatabasePath));
        services
            .AddDoku(doku =>
            {
                doku.BaseAddress = settings.DokuAddress;
                doku.ClientId = settings.ClientId;
                doku.SecretKey = settings.SecretKey;
                // A customer waits for the answer before a blank page.
                doku.Timeout = TimeSpan.FromSeconds(15);
            })
            .AddNotificationLedger(
                NotificationDatabase.Sqlite,
                provider => provider.GetRequiredService<ShopDatabase>().Source
            )
            .AddReconciliation(provider => provider.GetRequiredService<OrderBook>());
        services.AddSingleton<ShopAddress>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<OrderBook>();
        services.AddSingleton<OrderDescription>();
        services.AddSingleton<OrderRecovery>();
        services.AddHostedService(provider => provider.GetRequiredService<OrderRecovery>());
        services.AddSingleton<KredivoCheckout>();
        services.AddSingleton<PaymentNotifications>();
        services.AddSingleton<OrderPlacing>();
        services.AddSingleton<ShelfEndpoints>();
        services.AddSingleton<CheckoutEndpoints>();
        services.AddSingleton<OrderEndpoints>();
    }

    private static void Map(WebApplication application, ShopSettings settings)
    {
        application.Use(
            (context, next) =>
            {
                PageSecurity.Protect(context.Response.Headers, settings.DokuAddress);
                return next(context);
            }
        );
        application.MapDokuNotifications<PaylaterNotification>(
            PaymentNotifications.Path,
            (notification, scope, cancellationToken) =>
                scope
                    .Services.GetRequiredService<PaymentNotifications>()
                    .TakeAsync(notification, scope, cancellationToken)
        );
        application.Services.GetRequiredService<ShelfEndpoints>().Map(application);
        application.Services.GetRequiredService<CheckoutEndpoints>().Map(application);
        application.Services.GetRequiredService<OrderEndpoints>().Map(application);
    }

    private static Uri AddressOf(WebApplication application) =>
        new(
            application
                .Services.GetRequiredService<IServer>()
                .Features.GetRequiredFeature<IServerAddressesFeature>()
                .Addresses.Single()
        );
}
