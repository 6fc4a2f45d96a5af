namespace Doku.Contracts.Crash.Tests.Support;

/// <summary>One of the times that a notification is sent; it goes on until it is acknowledged.</summary>
internal sealed class Delivery(Report report, int copy)
{
    internal Report Report { get; } = report;

    internal string RequestId { get; } = $"{report.Id}-{copy}";

    internal int Attempts { get; set; }
}
