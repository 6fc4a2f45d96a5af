using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Doku.Contracts.Crash.Host;

namespace Doku.Contracts.LedgerCampaign.Sending;

/// <summary>One notification: what DOKU reports of an order at one moment.</summary>
internal sealed class Report
{
    internal Report(int order, int index, string status)
        : this(
            string.Create(CultureInfo.InvariantCulture, $"report-{order}-{index}"),
            string.Create(CultureInfo.InvariantCulture, $"INV-{order:D5}"),
            status,
            HostSettings.OrderAmount,
            string.Create(CultureInfo.InvariantCulture, $"order-{order}"),
            index
        ) { }

    /// <param name="id">Tells it from all others.</param>
    /// <param name="invoice">The order.</param>
    /// <param name="status">What happened to the payment.</param>
    /// <param name="amount">The amount; null makes a notification that can't be read.</param>
    /// <param name="words">What the handler finds as the request's id.</param>
    /// <param name="second">When it happened.</param>
    internal Report(
        string id,
        string invoice,
        string status,
        long? amount,
        string words,
        int second
    )
    {
        Id = id;
        Invoice = invoice;
        Status = status;
        var money = amount?.ToString(CultureInfo.InvariantCulture) ?? "[]";
        Body = Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $$$"""
                {"service":{"id":"PEER_TO_PEER"},"acquirer":{"id":"KREDIVO"},"channel":{"id":"PEER_TO_PEER_KREDIVO"},"order":{"invoice_number":"{{{Invoice}}}","amount":{{{money}}}},"transaction":{"status":"{{{status}}}","date":"2026-11-22T01:00:{{{second:D2}}}Z","original_request_id":"{{{words}}}"}}
                """
            )
        );
        Hash = Convert.ToHexStringLower(SHA256.HashData(Body));
    }

    internal string Id { get; }

    internal string Invoice { get; }

    internal string Status { get; }

    internal byte[] Body { get; }

    internal string Hash { get; }
}
