using System.Data.Common;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Microsoft.Extensions.Options;
using Storefront.Orders;

namespace Storefront.Payments;

/// <summary>What the shop does when DOKU tells of a payment: by a notification, or asked for its status.</summary>
internal sealed class PaymentNotifications(
    IKredivoClient kredivo,
    IOrderProgress progress,
    OrderBook orders,
    ShopDatabase database,
    IOptions<Doku.Contracts.Transport.DokuOptions> account
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
        var (told, status) = (notification.Value.Order, notification.Value.Transaction.Status);
        var transaction = await scope.BeginTransactionAsync(cancellationToken);
        // Money for an order that the shop doesn't know, or for another amount, becomes a dead letter: a person has to look.
        var advance = await scope.AdvanceOrderAsync(
            told.InvoiceNumber,
            status,
            told.Amount,
            orders.Find(told.InvoiceNumber, transaction)?.Request.Order.Amount,
            cancellationToken
        );
        Report(transaction, told.InvoiceNumber, advance);
        orders.Change(
            transaction,
            told.InvoiceNumber,
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
        var advance = await progress.AdvanceAsync(
            transaction,
            account.Value.ClientId,
            order.InvoiceNumber,
            status,
            cancellationToken
        );
        Report(transaction, order.InvoiceNumber, advance);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Reports come late, twice and out of order; the progress says what one changes, if anything.</summary>
    private void Report(DbTransaction transaction, string invoiceNumber, OrderAdvance advance)
    {
        if (OrderProgress.Meaning(advance.After) is { } state)
        {
            orders.Change(transaction, invoiceNumber, it => it.Reported(state));
        }
    }
}
