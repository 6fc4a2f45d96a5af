using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;
using Storefront.Goods;
using Storefront.Hosting;
using Storefront.Orders;

namespace Storefront.Story;

/// <summary>
/// A second order is paid, but its notification is caught on the way. With one bit changed the shop must refuse it,
/// and unchanged, under the same headers, the shop must take it: so it was the bit, and nothing else.
/// </summary>
internal sealed class Forgery(
    DokuSandbox sandbox,
    ShopHost shop,
    Customer customer,
    Narrator narrator
)
{
    internal async Task TryAsync()
    {
        narrator.Begin("A notification with one bit changed is refused");
        var (invoiceNumber, caught) = await CatchAsync();
        var genuine = caught.Body.ToArray();
        var signed = Sign(caught.RequestId, genuine);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var forged = FlipBit(genuine);
        var refusal = await PostAsync(http, signed, forged);
        StoryException.Unless(
            refusal == HttpStatusCode.Unauthorized,
            $"The shop answered the forged notification HTTP {(int)refusal}."
        );
        StoryException.Unless(
            shop.Orders.Find(invoiceNumber)
                is { State: OrderState.AwaitingPayment, Notifications.Count: 0 },
            "The forged notification changed the order."
        );
        narrator.Say($"One bit of the amount changed: HTTP {(int)refusal}, the order still waits.");

        var acknowledged = await PostAsync(http, signed, genuine);
        var paid = await shop.Orders.WaitForAsync(invoiceNumber, it => it.State == OrderState.Paid);
        StoryException.Unless(
            acknowledged == HttpStatusCode.OK && paid is not null,
            $"The shop didn't take the genuine notification (HTTP {(int)acknowledged})."
        );
        narrator.Say(
            $"Unchanged, under the same headers: HTTP {(int)acknowledged}, the order is paid."
        );
    }

    private async Task<(string InvoiceNumber, NotificationDelivery Caught)> CatchAsync()
    {
        await customer.AddToCartAsync(Catalogue.Products[2]);
        var order = await PlacedOrder.PlaceAsync(sandbox, shop, customer, CustomerForms.Good);
        sandbox.WithholdNotifications = true;
        await customer.PayAsync(order.PaymentUrl!);
        sandbox.WithholdNotifications = false;
        var caught = sandbox
            .Orders[order.InvoiceNumber]
            .Events.Select(happened => happened.Delivery)
            .OfType<NotificationDelivery>()
            .Single();
        StoryException.Unless(
            caught.Outcome == NotificationOutcome.Withheld && !caught.Body.IsEmpty,
            "The notification wasn't caught."
        );
        return (order.InvoiceNumber, caught);
    }

    private (string Name, string Value)[] Sign(string requestId, byte[] body)
    {
        var timestamp = TimeProvider
            .System.GetUtcNow()
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var message = new SignedMessage
        {
            ClientId = sandbox.ClientId,
            RequestId = requestId,
            Timestamp = timestamp,
            RequestTarget = shop.NotificationUrl.AbsolutePath,
            Body = body,
        };
        var key = new DokuKey { Id = "sandbox", Secret = sandbox.SecretKey };
        return
        [
            (DokuHeaders.ClientId, sandbox.ClientId),
            (DokuHeaders.RequestId, requestId),
            (DokuHeaders.RequestTimestamp, timestamp),
            (DokuHeaders.Signature, DokuSignature.Compute(message, key)),
        ];
    }

    /// <summary>Turns the amount's last digit into its neighbour: still JSON, still a notification, another amount.</summary>
    private static byte[] FlipBit(byte[] body)
    {
        var forged = (byte[])body.Clone();
        var place = forged.AsSpan().IndexOf("\"amount\":"u8) + "\"amount\":"u8.Length;
        while (forged[place + 1] is >= (byte)'0' and <= (byte)'9')
        {
            place++;
        }

        forged[place] ^= 1;
        return forged;
    }

    private async Task<HttpStatusCode> PostAsync(
        HttpClient http,
        (string Name, string Value)[] headers,
        byte[] body
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, shop.NotificationUrl)
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
