using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Storefront.Orders;

namespace Storefront.Payments;

/// <summary>What the shop does when DOKU tells of a payment. The endpoint has verified it, and calls once for each.</summary>
internal sealed partial class PaymentNotifications(
    OrderBook orders,
    ILogger<PaymentNotifications> logger
)
{
    internal const string Path = "/payments/notifications";

    internal void Take(Verified<PaylaterNotification> notification)
    {
        var told = notification.Value;
        var order = orders.Find(told.Order.InvoiceNumber);
        if (order is null || order.Request.Order.Amount != told.Order.Amount)
        {
            // DOKU's retry would say the same: a person has to look. Money for another amount pays no order.
            DoesNotFit(logger, notification.RequestId);
            return;
        }

        orders.Change(
            order.InvoiceNumber,
            latest =>
            {
                var noted = latest with
                {
                    Notifications = [.. latest.Notifications, notification.RequestId],
                };
                return OrderProgress.Meaning(told.Transaction.Status) is { } state
                    ? noted.Reported(state)
                    : noted;
            }
        );
    }

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "The notification {RequestId} names an order or an amount that the shop doesn't know."
    )]
    private static partial void DoesNotFit(ILogger logger, string requestId);
}
