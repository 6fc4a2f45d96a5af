using System.Globalization;
using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Signing;

namespace Doku.Contracts.Sandbox.Answers;

/// <summary>What the sandbox knows of an order, under the names that DOKU's contracts share.</summary>
internal sealed class OrderFacts(
    SandboxOrder order,
    SandboxOrderStatus status,
    DateTimeOffset since
) : IAnswerFacts
{
    public JsonNode? Find(IReadOnlyList<string> path, SchemaPlace place, SchemaShape shape)
    {
        var name = path[^1];
        var owner = path.Count > 1 ? path[^2] : "";
        return (owner, name) switch
        {
            (_, "invoice_number") => order.InvoiceNumber,
            (_, "merchant_unique_reference") when owner == order.Terms.ReferenceOwner =>
                order.MerchantUniqueReference,
            (_, "original_request_id") => order.RequestId,
            ("order", "amount") => Amount(place, shape),
            ("payment", "url") => order.PaymentUrl.AbsoluteUri,
            ("payment", "token_id") => order.Token,
            ("transaction" or "peer_to_peer_info", "status") => StatusText.Of(status),
            ("transaction", "date") => Moment(since, place, shape),
            ("service", "id") => "PEER_TO_PEER",
            ("acquirer", "id") => order.Acquirer,
            ("channel", "id") => "PEER_TO_PEER_" + order.Acquirer,
            (_, "created_date") => Moment(order.CreatedAt, place, shape),
            (_, "expired_date") => Moment(order.ExpiresAt, place, shape),
            (_, "created_date_utc") => Moment(order.CreatedAt, place, shape),
            (_, "expired_date_utc") => Moment(order.ExpiresAt, place, shape),
            // No acquirer stands behind a sandbox, so there is none of its references.
            ("peer_to_peer_info", "identifier") => new JsonArray(),
            _ => null,
        };
    }

    private JsonNode Amount(SchemaPlace place, SchemaShape shape) =>
        shape.Takes(place, "integer") || shape.Takes(place, "number")
            ? order.Amount
            : order.Amount.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment, SchemaPlace place, SchemaShape shape) =>
        shape.Keyword(place, "format")?.GetString() switch
        {
            "doku-utc" => WireTime.CompactUtc(moment),
            "date-time" => WireTime.Header(moment),
            _ => WireTime.CompactJakarta(moment),
        };
}
