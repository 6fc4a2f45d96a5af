using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// Counts the inbox for its gauge, hastens what was stored while the clock was ahead, and forgets what is older than its
/// retention: at the start, so that processes that live shortly do it too, and each hour.
/// </summary>
internal sealed class NotificationHousekeeping(
    INotificationInbox inbox,
    IOptions<NotificationLedgerOptions> options,
    TimeProvider timeProvider,
    ILogger<NotificationHousekeeping> logger,
    IOrderProgress? progress = null
) : BackgroundService
{
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(CountEvery, timeProvider);
        DateTimeOffset? pruned = null;
        try
        {
            do
            {
                var now = timeProvider.GetUtcNow();
                // A clock that went back doesn't put it off for as long as it was ahead.
                var prunes = pruned is not { } last || (now - last).Duration() >= PruneEvery;
                if (await KeepAsync(now, prunes, stoppingToken) && prunes)
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

    private async Task<bool> KeepAsync(DateTimeOffset now, bool prunes, CancellationToken stopping)
    {
        try
        {
            var hastened = await inbox.HastenAsync(now + options.Value.LongestRest, stopping);
            if (hastened > 0)
            {
                NotificationLog.Hastened(logger, hastened);
            }

            NotificationTelemetry.Counted(await inbox.CountAsync(stopping));
            if (prunes)
            {
                var count = await inbox.PruneAsync(now - options.Value.Retention, stopping);
                NotificationLog.Pruned(logger, count);
                if (options.Value.DeadLetterBodyRetention is { } kept)
                {
                    var erased = await inbox.EraseAsync(now - kept, stopping);
                    if (erased > 0)
                    {
                        NotificationLog.Erased(logger, erased);
                    }
                }

                if (progress is not null)
                {
                    await progress.PruneAsync(now - options.Value.OrderRetention, stopping);
                }
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
