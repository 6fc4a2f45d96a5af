using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// Wakes this process's worker when another process has stored what it has no place for, and tells the others when this
/// one has. What is missed is found by the worker's poll.
/// </summary>
internal sealed class NotificationListener(
    LedgerDatabase database,
    NotificationSignal signal,
    IOptions<NotificationLedgerOptions> options,
    TimeProvider timeProvider,
    ILogger<NotificationListener> logger
) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan AnnounceEvery = TimeSpan.FromMilliseconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        List<Task> parts = [];
        if (database.Dialect.ChangeCounter is not null)
        {
            parts.Add(
                AgainAndAgainAsync(
                    stopping =>
                        database.WatchAsync(signal.Pulse, LookEvery, timeProvider, stopping),
                    options.Value.PollInterval,
                    stoppingToken
                )
            );
        }

        if (options.Value.Listen is { } listen)
        {
            parts.Add(
                AgainAndAgainAsync(
                    stopping => listen(signal.Pulse, stopping),
                    options.Value.PollInterval,
                    stoppingToken
                )
            );
            // Nobody listens where nobody is told how: then nothing is said either.
            if (database.Dialect.Announce is { } announce)
            {
                parts.Add(
                    AgainAndAgainAsync(
                        stopping => AnnounceAsync(announce, stopping),
                        options.Value.PollInterval,
                        stoppingToken
                    )
                );
            }
        }

        await Task.WhenAll(parts);
    }

    private async Task AnnounceAsync(string announce, CancellationToken stopping)
    {
        var next = signal.NextOverflow;
        while (true)
        {
            await next.WaitAsync(stopping);
            // Before the others are told, so that what comes meanwhile is told as well.
            next = signal.NextOverflow;
            await database.ExecuteAsync(announce, [], stopping);
            await Task.Delay(AnnounceEvery, timeProvider, stopping);
        }
    }

    private async Task AgainAndAgainAsync(
        Func<CancellationToken, Task> part,
        TimeSpan rest,
        CancellationToken stopping
    )
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await part(stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                NotificationLog.ListeningFailed(logger, exception);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(rest, timeProvider, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
