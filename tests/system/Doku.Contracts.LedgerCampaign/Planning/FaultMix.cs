using Doku.Contracts.AspNetCore;

namespace Doku.Contracts.LedgerCampaign.Planning;

/// <summary>What goes wrong, and when: spread over the whole campaign.</summary>
internal static class FaultMix
{
    // From ones that a lease survives to ones after which DOKU's time stamps are refused.
    private static readonly TimeSpan[] Jumps =
    [
        TimeSpan.FromSeconds(20),
        TimeSpan.FromSeconds(-20),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(-2),
        TimeSpan.FromDays(30),
        TimeSpan.FromDays(-30),
    ];

    private static readonly FaultKind[] OfPostgreSql =
    [
        FaultKind.KillServer,
        FaultKind.TerminateSessions,
        FaultKind.StallNetwork,
        FaultKind.LoseResponses,
        FaultKind.CutNetwork,
        FaultKind.FillDisk,
        FaultKind.FillDiskAtCommit,
        FaultKind.JumpClock,
    ];

    private static readonly FaultKind[] OfSqlite =
    [
        FaultKind.LockFile,
        FaultKind.RefuseToOpen,
        FaultKind.FillDisk,
        FaultKind.JumpClock,
    ];

    /// <param name="settings">The campaign's.</param>
    /// <param name="deliveries">How many acknowledgements there will be.</param>
    /// <param name="random">Where chance comes from.</param>
    internal static PlannedFault[] For(CampaignSettings settings, int deliveries, Random random)
    {
        var others = settings.Database == NotificationDatabase.PostgreSql ? OfPostgreSql : OfSqlite;
        // As many times round as there are kills for it, once at least.
        var rounds = Math.Max(1, settings.Kills / others.Length);
        FaultKind[] kinds =
        [
            .. Enumerable.Repeat(FaultKind.KillProcess, settings.Kills),
            .. Enumerable.Repeat(others, rounds).SelectMany(kind => kind),
        ];
        random.Shuffle(kinds);
        var part = (double)deliveries / (kinds.Length + 1);
        return
        [
            .. kinds.Select(
                (kind, i) =>
                    new PlannedFault(
                        (int)(part * (i + random.NextDouble())) + 1,
                        kind,
                        random.Next(settings.Hosts),
                        TimeSpan.FromMilliseconds(random.Next(300, 5000)),
                        Jumps[random.Next(Jumps.Length)]
                    )
            ),
        ];
    }
}
