using System.Diagnostics;
using System.Globalization;
using Doku.Contracts.LedgerCampaign.Faults;
using Doku.Contracts.LedgerCampaign.Hosts;
using Doku.Contracts.LedgerCampaign.Judging;
using Doku.Contracts.LedgerCampaign.Planning;
using Doku.Contracts.LedgerCampaign.Sending;

namespace Doku.Contracts.LedgerCampaign;

/// <summary>Sends all notifications while everything goes wrong, waits until no work is left, and judges.</summary>
internal sealed class Campaign(CampaignSettings settings, Action<string> tell)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromMinutes(10);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _acknowledged;

    /// <summary>Runs it whole.</summary>
    internal async Task<CampaignResult> RunAsync(CancellationToken cancellationToken)
    {
        var plan = new CampaignPlan(settings);
        Tell(
            $"{settings.Database}, seed {settings.Seed}, plan {plan.Digest()}: {plan.Notifications.Count} notifications, {plan.Deliveries.Length} deliveries, {plan.Faults.Length} faults"
        );
        var lines = new EffectLines();
        var tricks = Directory.CreateTempSubdirectory("doku-campaign-");
        try
        {
            await using var server = await CampaignServer.StartAsync(settings);
            await using var hosts = new HostGroup(
                settings.Hosts,
                host => Make(server, host, tricks.FullName, lines)
            );
            await hosts.ListenAsync(cancellationToken);
            await server.PrepareAsync(cancellationToken);
            using var injector = new FaultInjector(server, hosts, plan.Faults);
            using var doku = new DokuSender(hosts.AnyUrl)
            {
                Pause = TimeSpan.FromMilliseconds(100),
            };
            // When one of the two fails the other would wait for it without end.
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var sending = doku.SendAsync(
                plan.Deliveries,
                count =>
                {
                    Volatile.Write(ref _acknowledged, count);
                    injector.Advance(count);
                },
                end.Token
            );
            var injecting = injector.RunAsync(end.Token);
            await WatchAsync([sending, injecting], end, plan);
            Tell($"All is acknowledged and every fault is over; waiting until no work is left");
            await SettleAsync(server.Database, cancellationToken);
            // What a process says arrives before its end does.
            await hosts.StopAsync();
            var content = await LedgerContent.ReadAsync(server.Database, cancellationToken);
            return new CampaignResult(
                plan,
                content,
                lines,
                injector.Done,
                new Judge(plan.Notifications, content, lines.Effects).Violations(),
                doku.Sends,
                hosts.Starts,
                hosts.OwnEnds,
                _watch.Elapsed
            );
        }
        finally
        {
            tricks.Delete(recursive: true);
        }
    }

    private static HostProcess Make(
        CampaignServer server,
        int host,
        string tricks,
        EffectLines lines
    ) =>
        new(
            server.Database,
            $"--ConnectionString={server.ConnectionStringOf(host)}",
            $"--LeaseTime={CampaignSettings.LeaseTime}",
            "--MaxAttempts=12",
            "--LongestRetryAfter=00:00:02",
            $"--Tricks={tricks}"
        )
        {
            Heard = lines.Hear,
        };

    private async Task WatchAsync(List<Task> parts, CancellationTokenSource end, CampaignPlan plan)
    {
        while (parts.Count > 0)
        {
            if (
                await Task.WhenAny([.. parts, Task.Delay(TellEvery)]) is var first
                && parts.Remove(first)
            )
            {
                try
                {
                    await first;
                }
                catch
                {
                    await end.CancelAsync();
                    throw;
                }
            }
            else
            {
                Tell(
                    $"{Volatile.Read(ref _acknowledged)} of {plan.Deliveries.Length} are acknowledged"
                );
            }
        }
    }

    /// <summary>Waits until no work is left. What is open after a while is left to the judge.</summary>
    private async Task SettleAsync(HostDatabase database, CancellationToken cancellationToken)
    {
        var began = _watch.Elapsed;
        while (
            await database.CountOpenAsync(cancellationToken) > 0
            && _watch.Elapsed - began < SettlesWithin
        )
        {
            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    private void Tell(FormattableString words) =>
        tell(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_watch.Elapsed.TotalSeconds, 6:F0} s  {FormattableString.Invariant(words)}"
            )
        );
}
