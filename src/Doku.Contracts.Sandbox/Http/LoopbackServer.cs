using System.Net;
using Doku.Contracts.Sandbox.Payment;
using Doku.Contracts.Sandbox.Schemas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>Kestrel on 127.0.0.1 and the routes.</summary>
internal static class LoopbackServer
{
    internal static WebApplication Build(
        int port,
        ExchangeRecorder recorder,
        IReadOnlyList<SandboxOperation> operations,
        ApiEndpoint api,
        PaymentEndpoint payment
    )
    {
        // The empty builder reads no settings file and no environment variable: neither may open another address.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(server =>
            {
                server.AddServerHeader = false;
                server.Limits.MaxRequestBodySize = ExchangeRecorder.MaxBodyLength;
                server.Listen(IPAddress.Loopback, port);
            });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();

        var application = builder.Build();
        application.Use(next => context => recorder.RecordAsync(context, next));
        application.UseRouting();
        Map(application, operations, api, payment);
        return application;
    }

    internal static Uri AddressOf(WebApplication application)
    {
        var addresses = application
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses;
        return new Uri(addresses.Single());
    }

    private static void Map(
        WebApplication application,
        IReadOnlyList<SandboxOperation> operations,
        ApiEndpoint api,
        PaymentEndpoint payment
    )
    {
        foreach (var operation in operations)
        {
            RequestDelegate handle = context => api.HandleAsync(context, operation);
            application.MapMethods(operation.Path, [operation.Method], handle);
        }
        RequestDelegate show = payment.ShowAsync;
        RequestDelegate unknown = ApiAnswer.UnknownPath.WriteAsync;
        application.MapMethods(PaymentEndpoint.Path, [HttpMethods.Get], show);
        foreach (var action in Enum.GetValues<PaymentAction>())
        {
            RequestDelegate act = context => payment.ActAsync(context, action);
            application.MapMethods(PaymentEndpoint.PathOf(action), [HttpMethods.Post], act);
        }
        application.MapFallback("{*path}", unknown);
    }
}
