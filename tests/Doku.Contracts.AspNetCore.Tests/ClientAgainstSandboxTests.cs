using System.Collections.Concurrent;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Tests.Shared;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.AspNetCore.Tests;

/// <summary>The client and the endpoint against the sandbox, over sockets: two implementations that share no code.</summary>
public sealed class ClientAgainstSandboxTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<PaylaterNotification> _taken = new();
    private DokuSandbox _sandbox = null!;
    private WebApplication _shop = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IKredivoClient Kredivo => _shop.Services.GetRequiredService<IKredivoClient>();

    public async ValueTask InitializeAsync()
    {
        _sandbox = await DokuSandbox.StartAsync();
        _shop = Shop(_sandbox.SecretKey);
        await _shop.StartAsync(Cancel);
        _sandbox.NotificationUrl = new Uri(_shop.Urls.Single() + "/payments/notifications");
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task An_order_is_accepted_paid_notified_and_found_paid()
    {
        var accepted = Assert.IsType<Accepted<GenerateOrderResponse>>(
            await Kredivo.GenerateOrderAsync(Order("INV-1"), Cancel)
        );
        Assert.False(accepted.IsReplay);
        Assert.Equal(
            ("INV-1", 170_000),
            (accepted.Value.Order!.InvoiceNumber, accepted.Value.Order.Amount)
        );
        Assert.Equal(PaylaterStatus.Pending, accepted.Value.PeerToPeerInfo!.Status);

        var delivery = await _sandbox.Orders["INV-1"].PayAsync(Cancel);

        Assert.True(delivery.IsAcknowledged);
        var notification = Assert.Single(_taken);
        Assert.Equal(PaylaterStatus.Success, notification.Transaction.Status);
        Assert.Equal(accepted.RequestId, notification.Transaction.OriginalRequestId);
        var status = (await Kredivo.CheckStatusAsync("INV-1", Cancel)).EnsureAccepted();
        Assert.Equal(PaylaterStatus.Success, status.Transaction!.Status);
    }

    [Fact]
    public async Task The_same_order_under_the_same_key_is_a_replay_and_one_order()
    {
        var call = new ContractCall { RequestId = "0190c1a2-0000-7000-8000-000000000001" };
        var first = (
            await Kredivo.GenerateOrderAsync(Order("INV-2"), call, Cancel)
        ).EnsureAccepted();

        var second = Assert.IsType<Accepted<GenerateOrderResponse>>(
            await Kredivo.GenerateOrderAsync(Order("INV-2"), call, Cancel)
        );

        Assert.True(second.IsReplay);
        Assert.Equal(first, second.Value);
    }

    [Fact]
    public async Task Another_order_under_the_same_key_is_refused()
    {
        var call = new ContractCall { RequestId = "0190c1a2-0000-7000-8000-000000000002" };
        (await Kredivo.GenerateOrderAsync(Order("INV-3"), call, Cancel)).EnsureAccepted();

        var refused = Assert.IsType<Refused<GenerateOrderResponse>>(
            await Kredivo.GenerateOrderAsync(Order("INV-4"), call, Cancel)
        );

        Assert.Equal((409, "idempotency_conflict"), (refused.Refusal.Status, refused.Refusal.Code));
    }

    [Fact]
    public async Task A_reused_invoice_number_is_refused_in_the_partners_words()
    {
        (await Kredivo.GenerateOrderAsync(Order("INV-5"), Cancel)).EnsureAccepted();

        var refused = Assert.IsType<Refused<GenerateOrderResponse>>(
            await Kredivo.GenerateOrderAsync(Order("INV-5"), Cancel)
        );

        Assert.Equal(400, refused.Refusal.Status);
        Assert.True(refused.Refusal.IsVerified);
        Assert.Equal(["invoice number is already used"], refused.Refusal.Messages);
    }

    [Fact]
    public async Task Another_secret_is_refused_and_nothing_is_ordered()
    {
        await using var stranger = Shop("SK-another");

        var outcome = await stranger
            .Services.GetRequiredService<IKredivoClient>()
            .GenerateOrderAsync(Order("INV-6"), Cancel);

        var refused = Assert.IsType<Refused<GenerateOrderResponse>>(outcome);
        Assert.Equal(
            (401, "invalid_signature", false),
            (refused.Refusal.Status, refused.Refusal.Code, refused.Refusal.IsVerified)
        );
        Assert.IsType<Refused<OrderStatusResponse>>(
            await Kredivo.CheckStatusAsync("INV-6", Cancel)
        );
    }

    [Fact]
    public async Task An_order_that_breaks_its_contract_is_never_sent()
    {
        var order = Order("INV-7") with { ShippingAddress = null };

        var exception = await Assert.ThrowsAsync<ContractException>(() =>
            Kredivo.GenerateOrderAsync(order, Cancel)
        );

        Assert.Equal("/shipping_address", Assert.Single(exception.Errors).Pointer);
        Assert.Empty(_sandbox.Exchanges);
    }

    [Fact]
    public async Task A_sandbox_that_is_gone_leaves_the_outcome_unknown()
    {
        await _sandbox.DisposeAsync();

        var unknown = Assert.IsType<OutcomeUnknown<GenerateOrderResponse>>(
            await Kredivo.GenerateOrderAsync(Order("INV-8"), Cancel)
        );

        Assert.Equal(UnknownReason.NotReached, unknown.Reason);
    }

    [Fact]
    public async Task A_notification_that_is_sent_again_reaches_the_handler_once()
    {
        (await Kredivo.GenerateOrderAsync(Order("INV-9"), Cancel)).EnsureAccepted();
        await _sandbox.Orders["INV-9"].PayAsync(Cancel);

        var again = await _sandbox.Orders["INV-9"].ResendNotificationAsync(Cancel);

        Assert.True(again.IsAcknowledged);
        Assert.Single(_taken);
    }

    private WebApplication Shop(string secretKey)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDoku(options =>
        {
            options.ClientId = _sandbox.ClientId;
            options.SecretKey = secretKey;
            options.BaseAddress = _sandbox.BaseAddress;
        });
        var shop = builder.Build();
        shop.MapDokuNotifications<PaylaterNotification>(
            "/payments/notifications",
            (notification, _, _) =>
            {
                _taken.Enqueue(notification.Value);
                return Task.CompletedTask;
            }
        );
        return shop;
    }

    private static GenerateOrderRequest Order(string invoiceNumber) =>
        Orders.Valid with
        {
            Order = Orders.Valid.Order with { InvoiceNumber = invoiceNumber },
            PeerToPeerInfo = Orders.Valid.PeerToPeerInfo with
            {
                MerchantUniqueReference = invoiceNumber,
            },
        };
}
