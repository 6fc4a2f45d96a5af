using System.Threading.Channels;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Crash.Host;
using Doku.Contracts.Crash.Tests.Support;
using Doku.Contracts.LedgerCampaign.Hosts;
using Doku.Contracts.LedgerCampaign.Sending;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Crash.Tests;

/// <summary>A process that is killed from outside, at any moment of its work.</summary>
public sealed class KilledProcessTests(PostgresServer server)
{
    private const int Notifications = 10_000;
    private const int Kills = 24;
    private const int FailsOneIn = 50;

    [Theory]
    [InlineData(NotificationDatabase.Sqlite)]
    [InlineData(NotificationDatabase.PostgreSql)]
    public async Task Ten_thousand_notifications_outlive_24_kills_and_none_is_lost_or_applied_twice(
        NotificationDatabase kind
    )
    {
        await using var database = await HostDatabase.CreateAsync(kind, server.NewSchemaAsync);
        var stream = new NotificationStream(Notifications, seed: 20261122);
        var trial = new Trial(database, stream);
        await using var host = new HostProcess(
            database,
            "--LeaseTime=00:00:01",
            $"--FailsOneIn={FailsOneIn}"
        );
        using var doku = new DokuSender(() => host.Url);
        var moments = MomentsIn(stream.Deliveries.Length);
        var due = Channel.CreateUnbounded<int>();
        var kills = 0;

        await trial.RunAsync([host], SendAsync, KillAsync);

        await trial.JudgeAsync();
        Assert.Equal(Kills, kills);
        // An attempt more than a notification needs was broken off by a kill.
        var attempts = await database.CountAttemptsAsync(TestContext.Current.CancellationToken);
        var brokenOff = attempts - Notifications - stream.Reports.Count(Fails);
        Assert.True(brokenOff >= Kills / 2, $"Only {brokenOff} attempts were broken off.");
        trial.Write(
            $"{Notifications} notifications, {stream.Deliveries.Length} deliveries, {doku.Sends} sends, {kills} kills, {attempts} attempts, {brokenOff} broken off"
        );

        async Task SendAsync(CancellationToken cancellationToken)
        {
            await doku.SendAsync(
                stream.Deliveries,
                count =>
                {
                    if (moments.Contains(count))
                    {
                        due.Writer.TryWrite(count);
                    }
                },
                cancellationToken
            );
            due.Writer.Complete();
        }

        async Task KillAsync(CancellationToken cancellationToken)
        {
            Assert.True(await host.StartAsync(cancellationToken), host.Said);
            await foreach (var _ in due.Reader.ReadAllAsync(cancellationToken))
            {
                await host.KillAsync(cancellationToken);
                kills++;
                Assert.Equal(0, await database.CountTornAsync(cancellationToken));
                Assert.True(await host.StartAsync(cancellationToken), host.Said);
            }
        }
    }

    private static bool Fails(Report report) => HostSettings.Fails(report.Hash, FailsOneIn);

    /// <summary>After how many acknowledgements to kill: spread over all of them, and the same in each run.</summary>
    private static HashSet<int> MomentsIn(int deliveries)
    {
        var random = new Random(20261122);
        var part = deliveries / (Kills + 1);
        return
        [
            .. Enumerable.Range(0, Kills).Select(kill => kill * part + random.Next(part / 4, part)),
        ];
    }
}
