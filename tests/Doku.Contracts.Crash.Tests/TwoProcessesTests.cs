using Doku.Contracts.AspNetCore;
using Doku.Contracts.Crash.Tests.Support;
using Doku.Contracts.LedgerCampaign.Hosts;
using Doku.Contracts.LedgerCampaign.Sending;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Crash.Tests;

/// <summary>Two processes that share one ledger.</summary>
public sealed class TwoProcessesTests(PostgresServer server)
{
    private const int Notifications = 2000;

    [Fact]
    public async Task Two_processes_handle_one_stream_together_and_begin_each_notification_once()
    {
        await using var database = await HostDatabase.CreateAsync(
            NotificationDatabase.PostgreSql,
            server.NewSchemaAsync
        );
        var stream = new NotificationStream(Notifications, seed: 2);
        var trial = new Trial(database, stream);
        await using var one = new HostProcess(database, "--CountsStarts=true");
        await using var other = new HostProcess(database, "--CountsStarts=true");
        // Started together: they also create the ledger's tables together.
        using var doku = new DokuSender(() => Random.Shared.Next(2) == 0 ? one.Url : other.Url);

        await trial.RunAsync(
            [one, other],
            async cancellationToken =>
            {
                var starts = await Task.WhenAll(
                    one.StartAsync(cancellationToken),
                    other.StartAsync(cancellationToken)
                );
                Assert.DoesNotContain(false, starts);
                await doku.SendAsync(stream.Deliveries, _ => { }, cancellationToken);
            }
        );

        await trial.JudgeAsync();
        Assert.Equal(stream.Deliveries.Length, doku.Sends);
        var token = TestContext.Current.CancellationToken;
        // Nothing fails here and no lease runs out, so that a second start would be work done twice.
        await trial.JudgeOnceAsync("starts");
        var shares = (await database.RowsAsync("effects", token))
            .CountBy(effect => effect.Process)
            .ToDictionary();
        trial.Write(
            $"{shares[one.ProcessId]} by one process, {shares[other.ProcessId]} by the other"
        );
        Assert.All(
            [one, other],
            host => Assert.InRange(shares[host.ProcessId], Notifications / 10, Notifications)
        );
    }
}
