using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Counts the inbox for its gauge, and forgets what was done longer ago than the retention.</summary>
internal sealed class NotificationHousekeeping(
    INotificationInbox inbox,
    IOptions<NotificationLedgerOptions> options,
    TimeProvider timeProvider,
    ILogger<NotificationHousekeeping> logger
) : BackgroundService
{
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(CountEvery, timeProvider);
        var pruned = timeProvider.GetUtcNow();
        try
        {
            do
            {
                var now = timeProvider.GetUtcNow();
                var prunes = now - pruned >= PruneEvery;
                if (await KeepAsync(prunes ? now : null, stoppingToken) && prunes)
                {
                    pruned = now;
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program is stopping.
        }
    }

    private async Task<bool> KeepAsync(DateTimeOffset? pruneAt, CancellationToken stopping)
    {
        try
        {
            NotificationTelemetry.Counted(await inbox.CountAsync(stopping));
            if (pruneAt is { } now)
            {
                var count = await inbox.PruneAsync(now - options.Value.Retention, stopping);
                NotificationLog.Pruned(logger, count);
            }

            return true;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            NotificationLog.InboxDown(logger, exception);
            return false;
        }
    }
}
