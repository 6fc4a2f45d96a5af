using Doku.Contracts.Crash.Host;
using Doku.Contracts.LedgerCampaign.Sending;

namespace Doku.Contracts.Crash.Tests.Support;

/// <summary>A stream of notifications, the same for the same seed: each sent one to four times, in any order.</summary>
internal sealed class NotificationStream
{
    // What comes after comes late, or was sent before and went a longer way: shuffling makes every order of them happen.
    private static readonly string[][] Pairs =
    [
        ["SUCCESS", "FAILED"],
        ["EXPIRED", "SUCCESS"],
        ["FAILED", "EXPIRED"],
        ["FAILED", "FAILED"],
    ];

    private static readonly string[][] Triples =
    [
        ["FAILED", "SUCCESS", "FAILED"],
        ["EXPIRED", "SUCCESS", "FAILED"],
        ["SUCCESS", "REFUNDED", "FAILED"],
        ["FAILED", "EXPIRED", "FAILED"],
    ];

    private static readonly string[] Ranking = ["REFUNDED", "SUCCESS", "EXPIRED", "FAILED"];

    internal NotificationStream(int count, int seed)
    {
        var random = new Random(seed);
        for (var order = 0; Reports.Count < count; order++)
        {
            var kinds = order % 2 == 0 ? Triples : Pairs;
            var statuses = kinds[random.Next(kinds.Length)];
            for (var i = 0; i < statuses.Length && Reports.Count < count; i++)
            {
                Reports.Add(new Report(order, i, statuses[i]));
            }
        }

        Deliveries =
        [
            .. Reports.SelectMany(report =>
                Enumerable
                    .Range(1, random.Next(1, 5))
                    .Select(copy => new Delivery(report, copy, HostSettings.Path))
            ),
        ];
        random.Shuffle(Deliveries);
    }

    internal List<Report> Reports { get; } = [];

    internal Delivery[] Deliveries { get; }

    /// <summary>
    /// How each order must stand when all reports of it are in, whichever way round they came: a refund follows a
    /// payment, a payment outweighs an expiry, and a failure outweighs nothing.
    /// </summary>
    internal Dictionary<string, string> ExpectedOrders() =>
        Reports
            .GroupBy(report => report.Invoice)
            .ToDictionary(
                order => order.Key,
                order => Ranking.First(status => order.Any(report => report.Status == status))
            );
}
