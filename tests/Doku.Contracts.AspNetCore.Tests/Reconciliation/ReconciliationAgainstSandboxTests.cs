using System.Net;
using System.Text;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Tests.Shared;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore.Tests.Reconciliation;

/// <summary>A shop whose notifications never come, against the sandbox, over sockets and by one clock.</summary>
public sealed class ReconciliationAgainstSandboxTests : IAsyncLifetime
{
    private readonly SqliteFile _database = new();
    private readonly LogKeeper _log = new();
    private readonly List<(OrderAdvance Advance, bool IsReconciled)> _handled = [];
    private DokuSandbox _sandbox = null!;
    private WebApplication _shop = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private INotificationInbox Inbox => _shop.Services.GetRequiredService<INotificationInbox>();

    public async ValueTask InitializeAsync()
    {
        // No notification URL: nothing comes by itself.
        _sandbox = await DokuSandbox.StartAsync(options => options.StoppedAt = Shop.Start, Cancel);
        _shop = OpenShop();
        await _shop.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_paid_order_takes_effect_without_any_notification()
    {
        await PlaceAsync("INV-1");
        await _sandbox.Orders["INV-1"].PayAsync(Cancel);

        await UntilAsync(() => _handled.Count == 1);
        await UntilIdleAsync();

        var (advance, isReconciled) = Assert.Single(_handled);
        Assert.True(advance.IsNowPaid);
        Assert.True(isReconciled);
        Assert.Equal(PaylaterStatus.Success, await StatusAsync("INV-1"));
        // It is final, so nobody asks any more.
        var asked = Checks();
        await AdvanceAsync(TimeSpan.FromMinutes(40));
        Assert.Equal(asked, Checks());
    }

    [Fact(Timeout = 60_000)]
    public async Task Notifications_and_the_reconciler_at_once_take_effect_once_an_order()
    {
        string[] invoices = ["INV-1", "INV-2", "INV-3", "INV-4"];
        foreach (var invoice in invoices)
        {
            await PlaceAsync(invoice);
            await _sandbox.Orders[invoice].PayAsync(Cancel);
        }

        _sandbox.NotificationUrl = new Uri(_shop.Urls.Single() + "/payments/notifications");
        await UntilAsync(() => Checks() > 0);
        var deliveries = await Task.WhenAll(
            invoices.Select(invoice => _sandbox.Orders[invoice].ResendNotificationAsync(Cancel))
        );
        await UntilAsync(() => _handled.Count(one => one.Advance.IsNowPaid) == 4);
        await AdvanceAsync(TimeSpan.FromMinutes(30));
        await UntilIdleAsync();

        Assert.All(deliveries, delivery => Assert.True(delivery.IsAcknowledged));
        Assert.Equal(4, _handled.Count(one => one.Advance.IsNowPaid));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_notification_that_comes_late_and_says_more_changes_nothing()
    {
        await PlaceAsync("INV-1");
        await _sandbox.Orders["INV-1"].PayAsync(Cancel);
        await UntilAsync(() => _handled.Count == 1);

        var body = Encoding.UTF8.GetBytes(
            """
            {"service":{"id":"PEER_TO_PEER"},"order":{"invoice_number":"INV-1","amount":170000},"customer":{"name":"x"},
             "transaction":{"status":"SUCCESS","date":"2026-11-22T01:58:30Z"}}
            """
        );
        Assert.Equal(HttpStatusCode.OK, await NotifyAsync(body));
        await UntilAsync(() => _handled.Count == 2);

        Assert.Equal([true, false], _handled.Select(one => one.Advance.IsNowPaid));
        Assert.Equal([true, false], _handled.Select(one => one.IsReconciled));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_order_that_DOKU_doesnt_know_changes_nothing_and_ends_in_an_alarm()
    {
        await ReportPendingAsync("INV-9");

        await UntilAsync(() => _log.Lines.Any(line => line.Event.Id == 2041));

        Assert.True(Checks() > 1);
        Assert.Empty(_handled);
        Assert.Equal(PaylaterStatus.Pending, await StatusAsync("INV-9"));
    }

    [Fact(Timeout = 60_000)]
    public async Task While_DOKU_is_down_nothing_is_lost_and_afterwards_the_order_is_paid()
    {
        await PlaceAsync("INV-1");
        await _sandbox.Orders["INV-1"].PayAsync(Cancel);
        _sandbox.Faults.Next(SandboxFault.ConnectionReset);
        _sandbox.Faults.Next(SandboxFault.ServerError);
        _sandbox.Faults.Next(SandboxFault.WronglySignedAnswer);

        await UntilAsync(() => _handled.Count == 1);

        Assert.Equal(3, _log.Lines.Count(line => line.Event.Id == 2043));
        Assert.True(_handled.Single().Advance.IsNowPaid);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_order_that_expired_unpaid_is_told_of_as_well()
    {
        await PlaceAsync("INV-1");

        // After the hour that the order gives its customer.
        await UntilAsync(() => _handled.Count == 1);

        Assert.Equal(PaylaterStatus.Expired, _handled.Single().Advance.After);
    }

    private WebApplication OpenShop()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddSingleton<TimeProvider>(_sandbox.Clock);
        builder
            .Services.AddDoku(options =>
            {
                options.ClientId = _sandbox.ClientId;
                options.SecretKey = _sandbox.SecretKey;
                options.BaseAddress = _sandbox.BaseAddress;
                // The clock is put forward while requests are under way.
                options.Timeout = TimeSpan.FromMinutes(10);
            })
            .AddNotificationLedger(_database.Kind, _ => _database.NewSource())
            .AddReconciliation(configure: options => options.GiveUpAfter = TimeSpan.FromHours(3));
        var shop = builder.Build();
        shop.MapDokuNotifications<PaylaterNotification>(
            "/payments/notifications",
            async (notification, scope, cancel) =>
            {
                var (order, status) = (
                    notification.Value.Order,
                    notification.Value.Transaction.Status
                );
                var advance = await scope.AdvanceOrderAsync(
                    order.InvoiceNumber,
                    status,
                    order.Amount,
                    Orders.Valid.Order.Amount,
                    cancel
                );
                lock (_handled)
                {
                    _handled.Add((advance, notification.IsReconciled));
                }
            }
        );
        return shop;
    }

    private async Task PlaceAsync(string invoiceNumber)
    {
        var request = Orders.Valid with
        {
            Order = Orders.Valid.Order with { InvoiceNumber = invoiceNumber },
        };
        var outcome = await _shop
            .Services.GetRequiredService<IKredivoClient>()
            .GenerateOrderAsync(request, Cancel);
        outcome.EnsureAccepted();
        await ReportPendingAsync(invoiceNumber);
    }

    private async Task ReportPendingAsync(string invoiceNumber) =>
        await _shop
            .Services.GetRequiredService<IOrderProgress>()
            .AdvanceAsync(null, _sandbox.ClientId, invoiceNumber, PaylaterStatus.Pending, Cancel);

    private async Task<ContractStatus?> StatusAsync(string invoiceNumber) =>
        await _shop
            .Services.GetRequiredService<IOrderProgress>()
            .FindAsync(_sandbox.ClientId, invoiceNumber, Cancel);

    private async Task<HttpStatusCode> NotifyAsync(byte[] body)
    {
        const string Path = "/payments/notifications";
        var stamp = $"{_sandbox.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}";
        using var request = new HttpRequestMessage(HttpMethod.Post, _shop.Urls.Single() + Path)
        {
            Content = new ByteArrayContent(body),
        };
        request.Headers.Add("Client-Id", _sandbox.ClientId);
        request.Headers.Add("Request-Id", "notification-1");
        request.Headers.Add("Request-Timestamp", stamp);
        request.Headers.Add(
            "Signature",
            Signer.Sign(
                _sandbox.SecretKey,
                "Request-Timestamp",
                _sandbox.ClientId,
                "notification-1",
                stamp,
                Path,
                body
            )
        );
        using var client = new HttpClient();
        using var response = await client.SendAsync(request, Cancel);
        return response.StatusCode;
    }

    private int Checks() =>
        _sandbox.Exchanges.Count(exchange =>
            exchange.Path.StartsWith("/orders/v1/status/", StringComparison.Ordinal)
        );

    private async Task UntilIdleAsync()
    {
        while (await Inbox.CountAsync(Cancel) is not { Waiting: 0, Working: 0 })
        {
            await AdvanceAsync(TimeSpan.FromSeconds(10));
        }
    }

    private async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await AdvanceAsync(TimeSpan.FromSeconds(10));
        }
    }

    private async Task AdvanceAsync(TimeSpan time)
    {
        for (var step = TimeSpan.Zero; step < time; step += TimeSpan.FromSeconds(10))
        {
            await _sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(10), Cancel);
            await Task.Delay(3, Cancel);
        }
    }
}
