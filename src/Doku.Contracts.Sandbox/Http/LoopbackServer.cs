using System.Net;
using Doku.Contracts.Sandbox.Dashboard;
using Doku.Contracts.Sandbox.Http.Memory;
using Doku.Contracts.Sandbox.Pages;
using Doku.Contracts.Sandbox.Payment;
using Doku.Contracts.Sandbox.Schemas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>Kestrel on 127.0.0.1, or on memory alone, and the routes.</summary>
internal static class LoopbackServer
{
    internal static WebApplication Build(
        int? port,
        MemoryTransport memory,
        ExchangeRecorder recorder,
        IReadOnlyList<SandboxOperation> operations,
        ApiEndpoint api,
        PaymentEndpoint payment,
        DashboardEndpoint dashboard
    )
    {
        // The empty builder reads no settings file and no environment variable: neither may open another address.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(server =>
            {
                server.AddServerHeader = false;
                server.Limits.MaxRequestBodySize = ExchangeRecorder.MaxReadLength;
                server.Listen(MemoryTransport.Address);
                if (port is { } number)
                {
                    server.Listen(IPAddress.Loopback, number);
                }
            });
        builder.Services.AddSingleton<IConnectionListenerFactory>(memory);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();

        var application = builder.Build();
        application.Use(next => context => recorder.RecordAsync(context, next));
        application.UseRouting();
        Map(application, operations, api, payment, dashboard);
        return application;
    }

    /// <summary>Where it listens; without a socket a name that leads nowhere but into the handler.</summary>
    internal static Uri AddressOf(WebApplication application)
    {
        var addresses = application
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses;
        var socket = addresses.FirstOrDefault(address =>
            address.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)
        );
        return new Uri(socket ?? MemoryTransport.BaseAddress);
    }

    private static void Map(
        WebApplication application,
        IReadOnlyList<SandboxOperation> operations,
        ApiEndpoint api,
        PaymentEndpoint payment,
        DashboardEndpoint dashboard
    )
    {
        foreach (var operation in operations)
        {
            RequestDelegate handle = context => api.HandleAsync(context, operation);
            application.MapMethods(operation.Path, [operation.Method], handle);
        }
        RequestDelegate show = payment.ShowAsync;
        RequestDelegate follow = payment.FollowAsync;
        RequestDelegate asset = PageAssets.ServeAsync;
        RequestDelegate look = dashboard.HandleAsync;
        RequestDelegate unknown = ApiAnswer.UnknownPath.WriteAsync;
        application.MapMethods(PaymentEndpoint.Path, [HttpMethods.Get], show);
        foreach (var action in Enum.GetValues<PaymentAction>())
        {
            RequestDelegate act = context => payment.ActAsync(context, action);
            application.MapMethods(PaymentEndpoint.PathOf(action), [HttpMethods.Post], act);
        }
        application.MapMethods(PaymentEndpoint.FollowPath, [HttpMethods.Get], follow);
        application.MapMethods(PageAssets.Path, [HttpMethods.Get], asset);
        application.Map(DashboardEndpoint.Path, look);
        application.MapFallback("{*path}", unknown);
    }
}
