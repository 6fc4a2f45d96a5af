using System.Data.Common;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Microsoft.Extensions.Options;
using Storefront.Orders;

namespace Storefront.Payments;

/// <summary>What the shop does when DOKU tells of a payment: by a notification, or asked for its status.</summary>
internal sealed partial class PaymentNotifications(
    IKredivoClient kredivo,
    IOrderProgress progress,
    OrderBook orders,
    ShopDatabase database,
    IOptions<Doku.Contracts.Transport.DokuOptions> account,
    ILogger<PaymentNotifications> logger
)
{
    internal const string Path = "/payments/notifications";

    /// <summary>
    /// Takes a notification, which the endpoint has verified and stored. The order changes in the ledger's own
    /// transaction, so that killed at any point it has either happened once or will be tried again.
    /// </summary>
    internal async Task TakeAsync(
        Verified<PaylaterNotification> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        var told = notification.Value;
        var transaction = await scope.BeginTransactionAsync(cancellationToken);
        if (!Fits(told.Order.InvoiceNumber, told.Order.Amount, transaction))
        {
            // To try again would change nothing: a person has to look. Money for another amount pays no order.
            DoesNotFit(logger, notification.RequestId);
            return;
        }

        await AdvanceAsync(
            transaction,
            scope.Key.ClientId,
            told.Order.InvoiceNumber,
            told.Transaction.Status,
            cancellationToken
        );
        orders.Change(
            transaction,
            told.Order.InvoiceNumber,
            it => it with { Notifications = [.. it.Notifications, notification.RequestId] }
        );
    }

    /// <summary>Asks DOKU how an order stands, for when the notification is late.</summary>
    internal async Task CheckAsync(ShopOrder order, CancellationToken cancellationToken)
    {
        var outcome = await kredivo.CheckStatusAsync(order.InvoiceNumber, cancellationToken);
        var told = outcome.Match<OrderStatusResponse?>(known => known.Value, _ => null, _ => null);
        if (
            told?.Transaction?.Status is not { } status
            || told.Order?.Amount != order.Request.Order.Amount
        )
        {
            return;
        }

        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AdvanceAsync(
            transaction,
            account.Value.ClientId,
            order.InvoiceNumber,
            status,
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Reports come late, twice and out of order; the progress says what one changes, if anything.</summary>
    private async Task AdvanceAsync(
        DbTransaction transaction,
        string clientId,
        string invoiceNumber,
        PaylaterStatus reported,
        CancellationToken cancellationToken
    )
    {
        var advance = await progress.AdvanceAsync(
            transaction,
            clientId,
            invoiceNumber,
            reported,
            cancellationToken
        );
        if (OrderProgress.Meaning(advance.After) is { } state)
        {
            orders.Change(transaction, invoiceNumber, it => it.Reported(state));
        }
    }

    private bool Fits(string invoiceNumber, long amount, DbTransaction transaction) =>
        orders.Find(invoiceNumber, transaction)?.Request.Order.Amount == amount;

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "The notification {RequestId} names an order or an amount that the shop doesn't know."
    )]
    private static partial void DoesNotFit(ILogger logger, string requestId);
}
