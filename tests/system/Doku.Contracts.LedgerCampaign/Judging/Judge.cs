using Doku.Contracts.LedgerCampaign.Planning;
using Doku.Contracts.LedgerCampaign.Sending;

namespace Doku.Contracts.LedgerCampaign.Judging;

/// <summary>
/// Compares what is in the database with what was acknowledged and logged. All notifications were acknowledged by now, so
/// each must have one effect or be one listed dead letter.
/// </summary>
internal sealed class Judge(
    IReadOnlyList<PlannedNotification> notifications,
    LedgerContent content,
    IReadOnlyCollection<string> effectLines
)
{
    private const int Done = 2;
    private const int Dead = 3;

    // A refund is never sent here; a payment outweighs an expiry, and that a failure.
    private static readonly string[] Ranking = ["SUCCESS", "EXPIRED", "FAILED"];

    /// <returns>Each violation, with the identity of what it concerns.</returns>
    internal List<string> Violations() =>
        [.. notifications.SelectMany(EndOf), .. Unexpected(), .. Lines(), .. Orders()];

    private IEnumerable<string> EndOf(PlannedNotification planned)
    {
        var report = planned.Report;
        var effects = content.Effects.GetValueOrDefault(report.Hash);
        var state = content.States.GetValueOrDefault(report.Hash, -1);
        var isListed = content.Dead.ContainsKey(report.Hash);
        var name = $"{report.Id} ({planned.Trick}, {planned.Path}, body {report.Hash})";
        if (effects > 1)
        {
            yield return $"{name} has {effects} effects.";
        }
        else if (effects == 1 && (state != Done || isListed))
        {
            yield return $"{name} has an effect, but its state is {state}.";
        }
        else if (effects == 0 && state == -1)
        {
            yield return $"{name} was acknowledged and is lost: it is not in the ledger.";
        }
        else if (effects == 0 && (state != Dead || !isListed))
        {
            yield return $"{name} was acknowledged and is lost: its state is {state}, without an effect.";
        }

        if (planned.IsMeantToDie && effects > 0)
        {
            yield return $"{name} has an effect, though it can't be applied.";
        }
    }

    private IEnumerable<string> Unexpected()
    {
        var known = notifications
            .Select(planned => planned.Report.Hash)
            .ToHashSet(StringComparer.Ordinal);
        return content
            .Effects.Keys.Concat(content.States.Keys)
            .Distinct(StringComparer.Ordinal)
            .Where(hash => !known.Contains(hash))
            .Select(hash => $"Nobody sent a notification with the body {hash}.");
    }

    private IEnumerable<string> Lines()
    {
        var byId = notifications.ToDictionary(planned => planned.Report.Id, StringComparer.Ordinal);
        foreach (var lines in effectLines.GroupBy(Delivery.ReportOf, StringComparer.Ordinal))
        {
            if (lines.Count() > 1)
            {
                yield return $"{lines.Key} took effect {lines.Count()} times by the log: {string.Join(", ", lines)}.";
            }

            if (
                !byId.TryGetValue(lines.Key, out var planned)
                || content.Effects.GetValueOrDefault(planned.Report.Hash) == 0
            )
            {
                yield return $"{lines.First()} took effect by the log, and has no row.";
            }
        }
    }

    private IEnumerable<string> Orders()
    {
        var expected = notifications
            .Where(planned => content.Effects.ContainsKey(planned.Report.Hash))
            .GroupBy(planned => planned.Report.Invoice, StringComparer.Ordinal)
            .ToDictionary(
                order => order.Key,
                order =>
                    Ranking.First(status => order.Any(planned => planned.Report.Status == status)),
                StringComparer.Ordinal
            );
        foreach (
            var invoice in expected
                .Keys.Concat(content.Orders.Keys)
                .Distinct(StringComparer.Ordinal)
        )
        {
            var (should, stands) = (
                expected.GetValueOrDefault(invoice),
                content.Orders.GetValueOrDefault(invoice)
            );
            if (should != stands)
            {
                yield return $"Order {invoice} stands at {stands ?? "nothing"} instead of {should ?? "nothing"}.";
            }
        }
    }
}
