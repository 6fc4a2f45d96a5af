using System.Threading.Channels;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Transport;
using Storefront.Orders;

namespace Storefront.Payments;

/// <summary>
/// Finds out, in the background, what became of orders whose answer was lost: now, or before the program was last
/// stopped. It repeats the stored call under its stored Request-Id, so that there is one order either way.
/// </summary>
internal sealed partial class OrderRecovery(
    IContractRecovery<GenerateOrderRequest, GenerateOrderResponse> recovery,
    OrderBook orders,
    TimeProvider timeProvider,
    ILogger<OrderRecovery> logger
) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan BeforeNextRound = TimeSpan.FromMinutes(1);
    private readonly Channel<ShopOrder> _lost = Channel.CreateUnbounded<ShopOrder>();

    /// <summary>Leaves an order to the background. It is confirming until more is known.</summary>
    internal ShopOrder Begin(ShopOrder order)
    {
        _lost.Writer.TryWrite(order);
        return orders.Find(order.InvoiceNumber) ?? order;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var order in orders.Unconfirmed())
        {
            Begin(order);
        }

        return Task.WhenAll(
            Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => WorkAsync(stoppingToken)))
        );
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var order in _lost.Reader.ReadAllAsync(stopping))
        {
            try
            {
                await SettleAsync(order, stopping);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A database that is locked, say. The order is still confirming, so it gets its next round.
                Failed(logger, exception, order.RequestId);
                _ = AgainLaterAsync(order, stopping);
            }
        }
    }

    private async Task SettleAsync(ShopOrder order, CancellationToken stopping)
    {
        var outcome = await recovery.RecoverAsync(order.RequestId, order.Request, stopping);
        if (
            outcome.Match<ShopOrder?>(
                found => Settle(order, found.Value),
                _ => Refuse(order),
                _ => null
            )
            is null
        )
        {
            _ = AgainLaterAsync(order, stopping);
        }
    }

    private ShopOrder Settle(ShopOrder order, RecoveredOrder<GenerateOrderResponse> found) =>
        orders.Change(
            order.InvoiceNumber,
            it =>
                it.Accepted(found.Response?.PaymentPage)
                    .Reported(OrderProgress.Meaning(found.Status) ?? OrderState.AwaitingPayment)
        );

    private ShopOrder Refuse(ShopOrder order) =>
        orders.Change(order.InvoiceNumber, it => it.Reported(OrderState.Refused));

    private async Task AgainLaterAsync(ShopOrder order, CancellationToken stopping)
    {
        await Task.Delay(BeforeNextRound, timeProvider, stopping)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _lost.Writer.TryWrite(order);
    }

    [LoggerMessage(1, LogLevel.Warning, "The order {RequestId} couldn't be settled yet.")]
    private static partial void Failed(ILogger logger, Exception exception, string requestId);
}
