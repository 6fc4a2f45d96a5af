using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Crash.Tests.Support;

/// <summary>One notification: what DOKU reports of an order at one moment.</summary>
internal sealed class Report
{
    internal Report(int order, int index, string status)
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"report-{order}-{index}");
        Invoice = string.Create(CultureInfo.InvariantCulture, $"INV-{order:D5}");
        Status = status;
        Body = Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $$$"""
                {"service":{"id":"PEER_TO_PEER"},"acquirer":{"id":"KREDIVO"},"channel":{"id":"PEER_TO_PEER_KREDIVO"},"order":{"invoice_number":"{{{Invoice}}}","amount":150000},"transaction":{"status":"{{{status}}}","date":"2026-11-22T01:00:{{{index:D2}}}Z","original_request_id":"order-{{{order}}}"}}
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
