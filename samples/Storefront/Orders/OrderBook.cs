using System.Buffers;
using System.Data.Common;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Kredivo;

namespace Storefront.Orders;

/// <summary>The shop's orders, in its database: they outlive the program.</summary>
internal sealed class OrderBook(ShopDatabase database) : IPendingOrders
{
    private const string Columns =
        "invoice_number, request_id, request, owner, placed_at, state, payment_url, replaces, notifications";

    private const string ReplacedBy =
        "(SELECT it.invoice_number FROM shop_orders it WHERE it.replaces = shop_orders.invoice_number)";

    internal int Count =>
        database.Query(null, "SELECT count(*) FROM shop_orders", row => row.GetInt32(0))[0];

    internal void Add(ShopOrder order) =>
        database.Execute(
            null,
            $"""
            INSERT INTO shop_orders ({Columns})
            VALUES (@invoice, @request_id, @request, @owner, @placed_at, @state, @url, @replaces, @notifications)
            """,
            ("invoice", order.InvoiceNumber),
            ("request_id", order.RequestId),
            ("request", Write(order.Request)),
            ("owner", order.Owner),
            ("placed_at", order.PlacedAt.ToUnixTimeMilliseconds()),
            ("state", order.State.ToString()),
            ("url", order.PaymentUrl?.AbsoluteUri),
            ("replaces", order.Replaces),
            ("notifications", string.Join(' ', order.Notifications))
        );

    internal ShopOrder? Find(string? invoiceNumber, DbTransaction? transaction = null) =>
        Select(transaction, "invoice_number = @value", invoiceNumber ?? "").FirstOrDefault();

    /// <summary>A visitor's orders, the latest first.</summary>
    internal IReadOnlyList<ShopOrder> Of(string owner) =>
        Select(null, "owner = @value ORDER BY placed_at DESC", owner);

    /// <summary>The orders of which nobody knows whether DOKU has them.</summary>
    internal IReadOnlyList<ShopOrder> Unconfirmed() =>
        Select(null, "state = @value", nameof(OrderState.Confirming));

    /// <summary>The orders that DOKU has taken and that are neither paid nor over: DOKU is asked about them.</summary>
    public IAsyncEnumerable<PendingOrder> ListAsync(
        string clientId,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        new[] { OrderState.AwaitingPayment, OrderState.Declined }
            .SelectMany(state => Select(null, "state = @value", state.ToString()))
            .Where(order => order.PlacedAt >= from && order.PlacedAt <= until)
            .Select(order => new PendingOrder(order.InvoiceNumber, order.PlacedAt))
            .ToAsyncEnumerable();

    /// <summary>Changes an order's latest version, so that two messages at once lose nothing of each other.</summary>
    internal ShopOrder Change(string invoiceNumber, Func<ShopOrder, ShopOrder> change) =>
        database.InTransaction(transaction => Change(transaction, invoiceNumber, change));

    /// <inheritdoc cref="Change(string, Func{ShopOrder, ShopOrder})"/>
    internal ShopOrder Change(
        DbTransaction transaction,
        string invoiceNumber,
        Func<ShopOrder, ShopOrder> change
    )
    {
        var changed = change(
            Find(invoiceNumber, transaction)
                ?? throw new InvalidOperationException("The order isn't in the book.")
        );
        database.Execute(
            transaction,
            """
            UPDATE shop_orders SET state = @state, payment_url = @url, notifications = @notifications WHERE invoice_number = @invoice
            """,
            ("invoice", invoiceNumber),
            ("state", changed.State.ToString()),
            ("url", changed.PaymentUrl?.AbsoluteUri),
            ("notifications", string.Join(' ', changed.Notifications))
        );
        return changed;
    }

    private List<ShopOrder> Select(DbTransaction? transaction, string where, string value) =>
        database.Query(
            transaction,
            $"SELECT {Columns}, {ReplacedBy} FROM shop_orders WHERE {where}",
            Read,
            ("value", value)
        );

    private static ShopOrder Read(DbDataReader row) =>
        new()
        {
            InvoiceNumber = row.GetString(0),
            RequestId = row.GetString(1),
            Request = GenerateOrderRequest.Read(row.GetFieldValue<byte[]>(2)),
            Owner = row.GetString(3),
            PlacedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
            State = Enum.Parse<OrderState>(row.GetString(5)),
            PaymentUrl = row.IsDBNull(6) ? null : new Uri(row.GetString(6)),
            Replaces = row.IsDBNull(7) ? null : row.GetString(7),
            Notifications = row.GetString(8).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ReplacedBy = row.IsDBNull(9) ? null : row.GetString(9),
        };

    /// <summary>The bytes that are signed and sent: the same order always gives the same.</summary>
    private static byte[] Write(GenerateOrderRequest request)
    {
        var bytes = new ArrayBufferWriter<byte>();
        request.Write(bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
