namespace Doku.Contracts.LedgerCampaign.Sending;

/// <summary>One of the times that a notification is sent; it goes on until it is acknowledged.</summary>
/// <param name="report">The notification.</param>
/// <param name="copy">Which time, from 1.</param>
/// <param name="path">The endpoint's path.</param>
internal sealed class Delivery(Report report, int copy, string path)
{
    internal Report Report { get; } = report;

    internal string Path { get; } = path;

    internal string RequestId { get; } = IdOf(report.Id, copy);

    internal int Attempts { get; set; }

    /// <summary>The notification's own id in a Request-Id.</summary>
    internal static string ReportOf(string requestId) => requestId[..requestId.LastIndexOf('-')];

    private static string IdOf(string report, int copy) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{report}-{copy}");
}
