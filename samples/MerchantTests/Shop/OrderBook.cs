using System.Collections.Concurrent;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;

namespace MerchantShop;

/// <summary>The shop's orders; a real shop has them in its database.</summary>
internal sealed class OrderBook
{
    private readonly ConcurrentDictionary<string, BookedOrder> _orders = new(
        StringComparer.Ordinal
    );

    internal BookedOrder Add(GenerateOrderRequest request, TimeProvider clock) =>
        _orders.GetOrAdd(
            request.Order.InvoiceNumber,
            _ => new BookedOrder(Guid.CreateVersion7(clock.GetUtcNow()).ToString(), request)
        );

    internal BookedOrder Find(string invoice) => _orders[invoice];

    internal void SetState(string invoice, string state) =>
        Change(
            invoice,
            order => order.State is "" or "BEING CONFIRMED" ? order with { State = state } : order
        );

    internal OrderView View(string invoice) => new(Find(invoice).State, Find(invoice).Parcels);

    /// <summary>What DOKU tells: late, twice and out of order. A parcel leaves once, when the order becomes paid.</summary>
    internal async Task TakeAsync(
        PaylaterNotification told,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        var invoice = told.Order.InvoiceNumber;
        // Money for an order that the shop doesn't have, or for another amount, goes no further than this.
        var advance = await scope.AdvanceOrderAsync(
            invoice,
            told.Transaction.Status,
            told.Order.Amount,
            _orders.GetValueOrDefault(invoice)?.Request.Order.Amount,
            cancellationToken
        );
        Change(
            invoice,
            latest =>
                latest with
                {
                    State = advance.After.Value,
                    Parcels = latest.Parcels + (advance.IsNowPaid ? 1 : 0),
                }
        );
    }

    private void Change(string invoice, Func<BookedOrder, BookedOrder> change) =>
        _orders.AddOrUpdate(
            invoice,
            _ => throw new KeyNotFoundException(),
            (_, order) => change(order)
        );
}

/// <summary>An order with what a recovery needs.</summary>
internal sealed record BookedOrder(string RequestId, GenerateOrderRequest Request)
{
    public string State { get; init; } = "";

    public int Parcels { get; init; }
}

/// <summary>What the customer may see of an order.</summary>
internal sealed record OrderView(string State, int Parcels);
