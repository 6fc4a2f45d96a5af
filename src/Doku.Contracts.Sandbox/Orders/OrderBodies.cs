using System.Text.Json;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Signing;

namespace Doku.Contracts.Sandbox.Orders;

/// <summary>What DOKU says about an order: the answer to generate-order, and the body that check status and notification share.</summary>
internal static class OrderBodies
{
    internal static byte[] Accepted(SandboxOrder order) =>
        Json.Object(writer =>
        {
            WriteOrder(writer, order);
            WriteInfo(writer, order, SandboxOrderStatus.Pending);
            writer.WriteStartObject("payment");
            writer.WriteString("url", order.PaymentUrl.AbsoluteUri);
            writer.WriteEndObject();
        });

    internal static byte[] Status(
        SandboxOrder order,
        SandboxOrderStatus status,
        DateTimeOffset since
    ) =>
        Json.Object(writer =>
        {
            WriteId(writer, "service", "PEER_TO_PEER");
            WriteId(writer, "acquirer", order.Acquirer);
            WriteId(writer, "channel", "PEER_TO_PEER_" + order.Acquirer);
            WriteOrder(writer, order);
            writer.WriteStartObject("transaction");
            writer.WriteString("status", Wire(status));
            writer.WriteString("date", WireTime.Header(since));
            writer.WriteString("original_request_id", order.RequestId);
            writer.WriteEndObject();
            WriteInfo(writer, order, status);
        });

    private static string Wire(SandboxOrderStatus status) =>
        status switch
        {
            SandboxOrderStatus.Success => "SUCCESS",
            SandboxOrderStatus.Failed => "FAILED",
            SandboxOrderStatus.Expired => "EXPIRED",
            _ => "PENDING",
        };

    private static void WriteId(Utf8JsonWriter writer, string name, string id)
    {
        writer.WriteStartObject(name);
        writer.WriteString("id", id);
        writer.WriteEndObject();
    }

    private static void WriteOrder(Utf8JsonWriter writer, SandboxOrder order)
    {
        writer.WriteStartObject("order");
        writer.WriteString("invoice_number", order.InvoiceNumber);
        writer.WriteNumber("amount", order.Amount);
        writer.WriteEndObject();
    }

    private static void WriteInfo(
        Utf8JsonWriter writer,
        SandboxOrder order,
        SandboxOrderStatus status
    )
    {
        writer.WriteStartObject("peer_to_peer_info");
        writer.WriteString("status", Wire(status));
        writer.WriteString("created_date", WireTime.CompactJakarta(order.CreatedAt));
        writer.WriteString("expired_date", WireTime.CompactJakarta(order.ExpiresAt));
        writer.WriteString("created_date_utc", WireTime.CompactUtc(order.CreatedAt));
        writer.WriteString("expired_date_utc", WireTime.CompactUtc(order.ExpiresAt));
        if (order.MerchantUniqueReference is { } reference)
        {
            writer.WriteString("merchant_unique_reference", reference);
        }
        writer.WriteStartArray("identifier");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
