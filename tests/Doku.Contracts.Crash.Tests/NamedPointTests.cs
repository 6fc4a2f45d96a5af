using Doku.Contracts.AspNetCore;
using Doku.Contracts.Crash.Host;
using Doku.Contracts.Crash.Tests.Support;
using Doku.Contracts.LedgerCampaign.Hosts;
using Doku.Contracts.LedgerCampaign.Sending;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Crash.Tests;

/// <summary>A process that dies where it would do most harm.</summary>
public sealed class NamedPointTests(PostgresServer server)
{
    private const int Notifications = 200;
    private const int Deaths = 5;

    [Theory]
    [InlineData(NotificationDatabase.Sqlite, CrashPoint.Stored)]
    [InlineData(NotificationDatabase.Sqlite, CrashPoint.Claimed)]
    [InlineData(NotificationDatabase.Sqlite, CrashPoint.Written)]
    [InlineData(NotificationDatabase.Sqlite, CrashPoint.Committed)]
    [InlineData(NotificationDatabase.PostgreSql, CrashPoint.Stored)]
    [InlineData(NotificationDatabase.PostgreSql, CrashPoint.Claimed)]
    [InlineData(NotificationDatabase.PostgreSql, CrashPoint.Written)]
    [InlineData(NotificationDatabase.PostgreSql, CrashPoint.Committed)]
    public async Task A_death_at_the_point_loses_nothing_and_repeats_nothing(
        NotificationDatabase kind,
        CrashPoint point
    )
    {
        await using var database = await HostDatabase.CreateAsync(kind, server.NewSchemaAsync);
        var stream = new NotificationStream(Notifications, seed: 4);
        var trial = new Trial(database, stream);
        await using var host = new HostProcess(database, "--LeaseTime=00:00:01", "--FailsOneIn=20");
        using var doku = new DokuSender(() => host.Url);

        await trial.RunAsync(
            [host],
            cancellationToken => doku.SendAsync(stream.Deliveries, _ => { }, cancellationToken),
            DieAsync
        );

        await trial.JudgeAsync();
        trial.Write($"{doku.Sends} sends of {stream.Deliveries.Length} deliveries");

        async Task DieAsync(CancellationToken cancellationToken)
        {
            for (var death = 1; death <= Deaths; death++)
            {
                // It may die before it listens: the worker begins with what was left.
                await host.StartAsync(
                    cancellationToken,
                    $"--CrashAt={point}",
                    "--CrashAtPassing=4"
                );
                Assert.Equal(HostProcess.Killed, await host.DieAsync(cancellationToken));
                Assert.Equal(0, await database.CountTornAsync(cancellationToken));
                if (point is CrashPoint.Claimed or CrashPoint.Written)
                {
                    Assert.NotEqual(0, await database.CountClaimedAsync(cancellationToken));
                }
            }

            Assert.True(await host.StartAsync(cancellationToken), host.Said);
        }
    }
}
