using System.Globalization;
using System.Text;
using Doku.Contracts.Crash.Host;
using Doku.Contracts.LedgerCampaign.Judging;
using Doku.Contracts.LedgerCampaign.Planning;

namespace Doku.Contracts.LedgerCampaign;

/// <summary>How a campaign ended.</summary>
internal sealed record CampaignResult(
    CampaignPlan Plan,
    LedgerContent Content,
    EffectLines Lines,
    IReadOnlyDictionary<FaultKind, int> Faults,
    List<string> Violations,
    int Sends,
    int Starts,
    int OwnEnds,
    TimeSpan Duration
)
{
    /// <summary>Dead letters that the plan doesn't demand: of notifications whose attempts the faults used up.</summary>
    internal int UnplannedDead =>
        Plan.Notifications.Count(planned =>
            !planned.IsMeantToDie && Content.Dead.ContainsKey(planned.Report.Hash)
        );

    /// <summary>The figures, a line each.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(
            $"{Plan.Notifications.Count} notifications in {Duration.TotalSeconds:F0} s, {Plan.Deliveries.Length} deliveries, {Sends} requests"
        );
        Line(
            $"{Content.Effects.Values.Sum()} effects, {Content.Dead.Count} dead letters ({UnplannedDead} of them not by plan)"
        );
        Line($"{Lines.Effects.Count} lines 'took effect' checked");
        Line($"{Starts} starts of processes, {OwnEnds} of which ended by themselves");
        Table("faults", Faults.Select(each => ($"{each.Key}", each.Value)));
        Table(
            "handlers",
            Plan.Notifications.Where(planned => planned.Trick != Trick.None)
                .CountBy(planned => planned.Trick)
                .Select(each => ($"{each.Key}", each.Value))
        );
        Table(
            "dead letters",
            Content.Dead.Values.CountBy(reason => reason).Select(each => (each.Key, each.Value))
        );
        Table("logged", Lines.Events.Select(each => (each.Key, each.Value)));
        foreach (var violation in Violations)
        {
            Line($"VIOLATION {violation}");
        }

        Line($"{Violations.Count} violations");
        return text.ToString();

        void Line(FormattableString words) => text.AppendLine(FormattableString.Invariant(words));

        void Table(string name, IEnumerable<(string Name, int Count)> rows) =>
            text.Append(name)
                .Append(": ")
                .AppendJoin(
                    ", ",
                    rows.OrderBy(row => row.Name, StringComparer.Ordinal)
                        .Select(row =>
                            string.Create(CultureInfo.InvariantCulture, $"{row.Name} {row.Count}")
                        )
                )
                .AppendLine();
    }
}
