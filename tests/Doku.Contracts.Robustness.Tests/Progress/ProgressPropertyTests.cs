using System.Text;
using CsCheck;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Fuzz.Wire;
using Doku.Contracts.Robustness.Tests.Support;

namespace Doku.Contracts.Robustness.Tests.Progress;

/// <summary>Reports of an order, late, repeated and in any order.</summary>
public sealed class ProgressPropertyTests
{
    // Weakest first. Everything else ranks below the first, and gives way to whatever comes after.
    private static readonly string[] Final = ["EXPIRED", "SUCCESS", "REFUNDED"];

    private static readonly Gen<string[]> Reports = Pick.From(
        "PENDING",
        "SUCCESS",
        "FAILED",
        "EXPIRED",
        "REFUNDED",
        "TIMEOUT",
        "REDIRECT",
        "SOMETHING_NEW"
    ).Array[1, 12];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_status_never_falls_back_and_a_paid_order_is_never_unpaid()
    {
        Property.Holds(
            Reports,
            15_000,
            reports =>
            {
                var status = new PaylaterStatus(reports[0]);
                foreach (var report in reports.Skip(1))
                {
                    var after = status.After(new PaylaterStatus(report));
                    var fell = Rank(after.Value) < Rank(status.Value);
                    var unpaid = status.IsPaid && !after.IsPaid && after.Value != "REFUNDED";
                    if (fell || unpaid || after.After(after) != after)
                    {
                        return false;
                    }

                    status = after;
                }

                return status.Value == Expected(reports);
            }
        );
    }

    [Fact]
    public void Any_order_of_the_same_reports_ends_alike_once_one_of_them_is_final()
    {
        Property.Holds(
            Gen.Select(Reports, Reports)
                .SelectMany(both =>
                    Pick.Shuffled<string>([
                        .. both.Item1,
                        Final[both.Item2.Length % 3],
                        .. both.Item1,
                    ])
                ),
            15_000,
            shuffled =>
            {
                var progress = new InMemoryOrderProgress();
                var paid = 0;
                foreach (var report in shuffled)
                {
                    var advance = Now(
                        progress.AdvanceAsync(
                            null,
                            "m",
                            "INV-1",
                            new PaylaterStatus(report),
                            Cancel
                        )
                    );
                    paid += advance.IsNowPaid ? 1 : 0;
                }

                return Now(progress.FindAsync("m", "INV-1", Cancel))?.Value == Strongest(shuffled)
                    && paid <= 1;
            }
        );
    }

    [Fact]
    public void Notifications_repeated_and_shuffled_at_the_endpoint_leave_the_strongest_status()
    {
        var progress = new InMemoryOrderProgress();
        using var desk = new Desk();
        var paid = 0;
        desk.Work = notification =>
        {
            var value = notification.Value;
            var advance = Now(
                progress.AdvanceAsync(
                    null,
                    Merchant.ClientId,
                    value.Order.InvoiceNumber,
                    value.Transaction.Status,
                    Cancel
                )
            );
            paid += advance.IsNowPaid ? 1 : 0;
        };
        var order = 0;
        var deliveries = Reports.SelectMany(reports =>
            Pick.Shuffled<string>([
                .. reports.Select(Numbered),
                "SUCCESS#0",
                .. reports.Select(Numbered),
            ])
        );
        Property.Holds(
            deliveries,
            2_000,
            shuffled =>
            {
                paid = 0;
                var before = desk.Handled;
                var invoice = $"INV-{++order}";
                foreach (var (report, i) in shuffled.Select((report, i) => (report, i)))
                {
                    var answer = desk.Send(Notification(invoice, report, $"n-{order}-{i}"));
                    Assert.Equal(200, answer.Status);
                }

                var found = Now(progress.FindAsync(Merchant.ClientId, invoice, Cancel));
                return found?.Value == Strongest(shuffled.Select(each => each.Split('#')[0]))
                    && paid <= 1
                    && desk.Handled - before == shuffled.Distinct().Count();
            }
        );
    }

    // Several reports of one status are several notifications, each with its own time.
    private static string Numbered(string report, int number) => $"{report}#{number + 1}";

    private static WireRequest Notification(string invoice, string report, string requestId)
    {
        var parts = report.Split('#');
        var body = $$"""
            {"service":{"id":"PEER_TO_PEER"},"order":{"invoice_number":"{{invoice}}","amount":1000},
            "transaction":{"status":"{{parts[0]}}","date":"2026-11-22T01:{{parts[1].PadLeft(
                2,
                '0'
            )}}:00Z"} }
            """;
        return Desk.Notification(Encoding.UTF8.GetBytes(body), requestId);
    }

    private static int Rank(string status) => Array.IndexOf(Final, status);

    private static string Strongest(IEnumerable<string> reports) => reports.MaxBy(Rank)!;

    private static string Expected(string[] reports) =>
        reports.Max(Rank) < 0 ? reports[^1] : Strongest(reports);

    private static T Now<T>(ValueTask<T> task) =>
        task.IsCompleted
            ? task.GetAwaiter().GetResult()
            : throw new InvalidOperationException("Memory waits for nothing.");
}
