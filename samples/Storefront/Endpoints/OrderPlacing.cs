using System.Globalization;
using System.Security.Cryptography;
using Doku.Contracts.Kredivo;
using Storefront.Hosting;
using Storefront.Orders;
using Storefront.Payments;

namespace Storefront.Endpoints;

/// <summary>Numbers an order, has it placed, and leads the customer on.</summary>
internal sealed class OrderPlacing(
    Sessions sessions,
    KredivoCheckout kredivo,
    TimeProvider timeProvider
)
{
    // The signs that nobody mistakes for another when reading an invoice aloud.
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    internal string NewInvoiceNumber() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"INV-{timeProvider.GetUtcNow().ToOffset(TimeSpan.FromHours(7)):yyyyMMdd}-{RandomNumberGenerator.GetString(Signs, 10)}"
        );

    /// <summary>The number of the next attempt: INV-1, INV-1-2, INV-1-3.</summary>
    internal static string NextInvoiceNumber(string invoiceNumber)
    {
        // INV, day and number; the attempt is the fourth part.
        var parts = invoiceNumber.Split('-');
        var attempt = parts.Length > 3 ? int.Parse(parts[3], CultureInfo.InvariantCulture) : 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join('-', parts.Take(3))}-{attempt + 1}"
        );
    }

    internal async Task PlaceAsync(
        HttpContext context,
        Session session,
        GenerateOrderRequest request,
        string? replaces = null
    )
    {
        var now = timeProvider.GetUtcNow();
        var order = new ShopOrder
        {
            InvoiceNumber = request.Order.InvoiceNumber,
            RequestId = Guid.CreateVersion7(now).ToString(),
            Request = request,
            Owner = session.Owner,
            PlacedAt = now,
            Replaces = replaces,
        };
        session.LastInvoice = order.InvoiceNumber;
        sessions.Save(session);
        order = await kredivo.PlaceAsync(order);
        if (order.State != OrderState.Refused)
        {
            session.Cart = Goods.Cart.Empty;
            sessions.Save(session);
        }

        ShopForm.LeadTo(
            context,
            order is { IsPayable: true, PaymentUrl: { } url }
                ? url.AbsoluteUri
                : $"/orders/{order.InvoiceNumber}"
        );
    }
}
