using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox.Orders;

/// <summary>Takes up the orders and notifications that a store kept.</summary>
internal static class StoredOrders
{
    /// <exception cref="InvalidDataException">An order's merchant or operation is known no more.</exception>
    internal static void Restore(
        StoredState state,
        SandboxContext context,
        SandboxOrderCollection orders,
        NotificationDesk desk,
        ReplyLedger replies
    )
    {
        var deliveries = state.Deliveries.ToLookup(one => one.NotificationId, one => one.Delivery);
        foreach (var stored in state.Orders)
        {
            orders.Add(Read(stored, context, desk));
        }
        var notifications = state
            .Notifications.Select(stored =>
                desk.Restore(
                    orders.Find(stored.InvoiceNumber, stored.ClientId)!,
                    stored,
                    deliveries[stored.RequestId]
                )
            )
            .ToLookup(one => one.Order);
        var events = state.OrderEvents.ToLookup(one => (one.ClientId, one.InvoiceNumber));
        foreach (var order in orders)
        {
            order.Restore(
                events[(order.ClientId, order.InvoiceNumber)]
                    .Select(one => new SandboxOrderEvent
                    {
                        At = one.At,
                        Kind = one.Kind,
                        Cause = one.Cause,
                    })
                    .Concat(notifications[order].SelectMany(one => one.Attempts).Select(Notified)),
                notifications[order].LastOrDefault()
            );
        }
        foreach (var reply in state.Replies)
        {
            replies.Restore(reply);
        }
    }

    private static SandboxOrder Read(
        StoredOrder stored,
        SandboxContext context,
        NotificationDesk desk
    ) =>
        new(
            context,
            desk,
            context.Merchants.FindByClientId(stored.ClientId) ?? throw Lost(stored, "its merchant"),
            context.Schemas.Operations.FirstOrDefault(one => one.FullName == stored.Operation)
                ?? throw Lost(stored, $"the operation '{stored.Operation}'"),
            stored
        );

    private static SandboxOrderEvent Notified(NotificationDelivery delivery) =>
        new()
        {
            At = delivery.At,
            Kind = SandboxOrderEventKind.Notified,
            Cause = SandboxOrderCause.Clock,
            Delivery = delivery,
        };

    private static InvalidDataException Lost(StoredOrder order, string what) =>
        new($"The store holds the order '{order.InvoiceNumber}', and {what} is known no more.");
}
