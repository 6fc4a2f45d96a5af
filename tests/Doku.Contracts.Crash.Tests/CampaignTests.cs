using Doku.Contracts.AspNetCore;
using Doku.Contracts.LedgerCampaign;
using Doku.Contracts.LedgerCampaign.Planning;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Crash.Tests;

/// <summary>The campaign against the ledger, made small; <c>./campaign</c> runs it whole.</summary>
public sealed class CampaignTests
{
    [Theory(Timeout = 300_000)]
    [InlineData(NotificationDatabase.Sqlite)]
    [InlineData(NotificationDatabase.PostgreSql)]
    public async Task Whatever_fails_each_notification_ends_as_one_effect_or_one_dead_letter(
        NotificationDatabase database
    )
    {
        if (database == NotificationDatabase.PostgreSql && PostgresCluster.FindPrograms() is null)
        {
            throw Tool.Missing(PostgresCluster.Missing);
        }

        var output = TestContext.Current.TestOutputHelper!;
        var campaign = new Campaign(
            new CampaignSettings(database, Notifications: 100, Kills: 2, Hosts: 2, Seed: 20261125),
            output.WriteLine
        );

        var result = await campaign.RunAsync(TestContext.Current.CancellationToken);

        output.WriteLine(result.ToString());
        Assert.Empty(result.Violations);
        // Each fault came, and handlers failed.
        Assert.Equal(result.Plan.Faults.Length, result.Faults.Values.Sum());
        Assert.Equal(2, result.Faults[FaultKind.KillProcess]);
        Assert.NotEmpty(result.Content.Dead);
        Assert.InRange(result.Lines.Effects.Count, 1, result.Plan.Notifications.Count);
    }

    [Fact]
    public void The_same_seed_gives_the_same_plan()
    {
        Assert.Equal(Digest(1), Digest(1));
        Assert.NotEqual(Digest(1), Digest(2));

        static string Digest(int seed) =>
            new CampaignPlan(
                new CampaignSettings(NotificationDatabase.PostgreSql, 500, 10, 4, seed)
            ).Digest();
    }
}
