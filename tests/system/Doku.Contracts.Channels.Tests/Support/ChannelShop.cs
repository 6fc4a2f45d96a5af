using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Channels.Tests.Support;

/// <summary>A shop with an endpoint for each notification of each contract, beside a sandbox that serves them all.</summary>
internal sealed class ChannelShop : IAsyncDisposable
{
    private ChannelShop(DokuSandbox sandbox, WebApplication application)
    {
        Sandbox = sandbox;
        Application = application;
    }

    internal DokuSandbox Sandbox { get; }

    internal IServiceProvider Services => Application.Services;

    /// <summary>What reached the handlers.</summary>
    internal ConcurrentQueue<JsonElement> Notified { get; } = new();

    private WebApplication Application { get; }

    internal static async Task<ChannelShop> OpenAsync(string channel)
    {
        var sandbox = await DokuSandbox.StartAsync(options =>
            options.SchemaFolder = ChannelFiles.Folder("contracts")
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(sandbox.Clock);
        builder.Services.AddSingleton<TimeProvider>(sandbox.Clock);
        builder
            .Services.AddDoku(options =>
            {
                options.ClientId = sandbox.ClientId;
                options.SecretKey = sandbox.SecretKey;
                options.BaseAddress = sandbox.BaseAddress;
            })
            .AddContracts<AllContracts>()
            .HttpClient.ConfigurePrimaryHttpMessageHandler(sandbox.CreateHandler);
        var shop = new ChannelShop(sandbox, builder.Build());
        var endpoints = new Endpoints(shop);
        Contracts.AllContracts.Describe(endpoints);
        AllContracts.Describe(endpoints);
        await shop.Application.StartAsync(TestContext.Current.CancellationToken);
        var merchant = sandbox.Merchants.First();
        merchant.NotificationUrl = new Uri($"http://localhost/notified/{channel}");
        merchant.NotificationHandler = shop.Application.GetTestServer().CreateHandler();
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    private sealed class Endpoints(ChannelShop shop) : IContractVisitor
    {
        public void Notification<TBody>(string name)
            where TBody : class, IContract<TBody> =>
            shop.Application.MapDokuNotifications<TBody>(
                $"/notified/{name.Split('.')[0]}",
                (notification, _, _) =>
                {
                    var buffer = new ArrayBufferWriter<byte>();
                    ContractCodec.Write(notification.Value, buffer);
                    shop.Notified.Enqueue(JsonElement.Parse(buffer.WrittenSpan));
                    return Task.CompletedTask;
                }
            );
    }
}
