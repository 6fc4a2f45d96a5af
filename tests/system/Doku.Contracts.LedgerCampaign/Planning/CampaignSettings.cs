using Doku.Contracts.AspNetCore;

namespace Doku.Contracts.LedgerCampaign.Planning;

/// <summary>What the command line says.</summary>
/// <param name="Database">Which database the processes share.</param>
/// <param name="Notifications">How many notifications there are.</param>
/// <param name="Kills">How often a process is killed from outside.</param>
/// <param name="Hosts">How many processes share the database.</param>
/// <param name="Seed">The same seed gives the same plan.</param>
internal sealed record CampaignSettings(
    NotificationDatabase Database,
    int Notifications,
    int Kills,
    int Hosts,
    int Seed
)
{
    /// <summary>How long a claim lasts: short, so that leases are lost.</summary>
    internal static TimeSpan LeaseTime { get; } = TimeSpan.FromSeconds(3);
}
