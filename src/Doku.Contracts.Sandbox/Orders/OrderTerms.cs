using System.Text.Json;
using Doku.Contracts.Sandbox.Http;

namespace Doku.Contracts.Sandbox.Orders;

/// <summary>What the sandbox needs of a body that the judge let pass.</summary>
internal sealed class OrderTerms
{
    // DOKU's table leaves the default open; an hour is what merchants were seen to send.
    private const decimal DefaultMinutes = 60;

    // Eight digits, as DOKU's longest limit has them; more would leave the calendar.
    private const decimal MostMinutes = 99_999_999;

    private const string Reference = "merchant_unique_reference";

    internal OrderTerms(JsonElement root)
    {
        InvoiceNumber = Json.FindText(root, "order", "invoice_number") ?? "";
        Amount = (long)(Number(root, "order", "amount") ?? 0);
        CallbackUrl = Url(root, "callback_url");
        CancelUrl = Url(root, "callback_url_cancel") ?? CallbackUrl;
        ReferenceOwner = Json.Find(root, "payment", Reference) is null
            ? "peer_to_peer_info"
            : "payment";
        MerchantUniqueReference = Json.FindText(root, ReferenceOwner, Reference);
        NotificationUrl = Json.FindText(root, "additional_info", "override_notification_url");
        TimeToPay = TimeSpan.FromMinutes(
            (double)
                Math.Clamp(
                    Number(root, "peer_to_peer_info", "expired_time")
                        ?? Number(root, "payment", "payment_due_date")
                        ?? DefaultMinutes,
                    0,
                    MostMinutes
                )
        );
        Lines = ReadLines(root);
    }

    internal string InvoiceNumber { get; }

    internal long Amount { get; }

    internal Uri? CallbackUrl { get; }

    internal Uri? CancelUrl { get; }

    internal string? MerchantUniqueReference { get; }

    /// <summary>The member that held the reference: contracts have it in one of two.</summary>
    internal string ReferenceOwner { get; }

    internal string? NotificationUrl { get; }

    internal TimeSpan TimeToPay { get; }

    internal IReadOnlyList<SandboxOrderLine> Lines { get; }

    private static List<SandboxOrderLine> ReadLines(JsonElement root) =>
        Json.Find(root, "order", "line_items") is { ValueKind: JsonValueKind.Array } items
            ? items
                .EnumerateArray()
                .Select(item => new SandboxOrderLine
                {
                    Name = Json.FindText(item, "name") ?? "",
                    Price = Number(item, "price") ?? 0,
                    Quantity = Number(item, "quantity") ?? 0,
                })
                .ToList()
            : [];

    private static decimal? Number(JsonElement root, params ReadOnlySpan<string> path) =>
        Json.Find(root, path) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetDecimal(out var value)
            ? value
            : null;

    /// <summary>The browser is sent to web addresses only, whatever else a URL may be.</summary>
    private static Uri? Url(JsonElement root, string name) =>
        Uri.TryCreate(Json.FindText(root, "order", name), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : null;
}
