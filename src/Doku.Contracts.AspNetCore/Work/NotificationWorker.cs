using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Works on what the inbox holds for the endpoints of this process.</summary>
internal sealed class NotificationWorker(
    INotificationInbox inbox,
    NotificationRoutes routes,
    NotificationSignal signal,
    IOptions<NotificationLedgerOptions> options,
    IServiceScopeFactory scopes,
    TimeProvider timeProvider,
    ILogger<NotificationWorker> logger
) : BackgroundService
{
    private readonly NotificationLedgerOptions _options = options.Value;
    private readonly RetryDelays _delays = new(options.Value);
    private readonly NotificationRunner _runner = new(
        inbox,
        progress: null,
        options.Value.ClassifyFailure,
        timeProvider,
        logger
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var handling = new CancellationTokenSource();
        List<Task> working = [];
        await DispatchAsync(working, handling.Token, stoppingToken);
        // Handlers may finish what they have begun; only after the grace is their token cancelled.
        using var grace = new CancellationTokenSource(_options.ShutdownGrace, timeProvider);
        await using var end = grace.Token.Register(handling.Cancel);
        await Task.WhenAll(working);
    }

    /// <summary>Takes as much as there are free places, until the program stops.</summary>
    private async Task DispatchAsync(
        List<Task> working,
        CancellationToken handling,
        CancellationToken stopping
    )
    {
        // So that the program's start doesn't wait for the database.
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            working.RemoveAll(work => work.IsCompleted);
            var free = _options.Concurrency - working.Count;
            var next = signal.Next;
            var taken = free > 0 ? await TakeAsync(free) : [];
            signal.Looked(taken.Count == free);
            working.AddRange(taken.Select(one => Task.Run(() => WorkOnAsync(one, handling))));
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            if (taken.Count == free)
            {
                // There may be more.
                await Task.WhenAny([.. working, Task.Delay(Timeout.Infinite, waiting.Token)]);
            }
            else
            {
                await Task.WhenAny(
                    next,
                    Task.Delay(_options.PollInterval, timeProvider, waiting.Token)
                );
            }

            await waiting.CancelAsync();
        }
    }

    private async Task<IReadOnlyList<TakenNotification>> TakeAsync(int limit)
    {
        try
        {
            // Without a token: a claim that is cancelled half-way would rest until its lease ends.
            return await inbox.TakeAsync([.. routes.Names], limit, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // A database that is down comes back; until then the notifications are safe in it.
            NotificationLog.InboxDown(logger, exception);
            return [];
        }
    }

    private async Task WorkOnAsync(TakenNotification taken, CancellationToken handling)
    {
        using var activity = NotificationTelemetry.StartWork();
        try
        {
            await SettleAsync(taken, activity, handling);
        }
        catch (Exception exception)
        {
            // The notification is another's once its lease ends.
            NotificationLog.SettlingFailed(logger, exception, taken.Notification.RequestId);
        }
    }

    private async Task SettleAsync(
        TakenNotification taken,
        Activity? activity,
        CancellationToken handling
    )
    {
        var (stored, lease) = taken;
        if (lease.Attempt > _options.MaxAttempts)
        {
            // The processes that made the last attempts died of them.
            await BuryAsync(taken, "attempts used up");
            return;
        }

        var envelope = new VerifiedEnvelope(
            stored.Body,
            stored.KeyId,
            stored.RequestId,
            stored.SignedAt,
            stored.ReceivedAt
        );
        var route = routes.Find(stored.Key.Endpoint)!;
        if (route.Bind(envelope, out var errors) is not { } work)
        {
            NotificationLog.Unreadable(logger, stored.RequestId, route.Contract, errors);
            await BuryAsync(taken, UnreadableFailure.Of(errors));
            return;
        }

        await using var services = scopes.CreateAsyncScope();
        var result = await _runner.RunAsync(
            lease,
            stored.RequestId,
            services.ServiceProvider,
            work,
            activity,
            handling
        );
        switch (result.Outcome)
        {
            case WorkOutcome.Done:
                NotificationLog.Done(logger, stored.RequestId, stored.KeyId);
                break;
            case WorkOutcome.Stopped:
                await inbox.AbandonAsync(lease, CancellationToken.None);
                break;
            case WorkOutcome.DeadLetter:
                await BuryAsync(taken, result.Reason);
                break;
            case WorkOutcome.Failed:
                await RetryAsync(taken, result);
                break;
        }
    }

    private async Task RetryAsync(TakenNotification taken, WorkResult result)
    {
        var (stored, lease) = taken;
        var (error, failure) = (result.Error!, result.Reason);
        if (lease.Attempt >= _options.MaxAttempts)
        {
            NotificationLog.LastAttemptFailed(logger, error, stored.RequestId, lease.Attempt);
            await BuryAsync(taken, failure);
            return;
        }

        var delay = _delays.After(lease.Attempt);
        NotificationLog.AttemptFailed(logger, error, stored.RequestId, lease.Attempt, delay);
        await inbox.FailAsync(
            lease,
            timeProvider.GetUtcNow() + delay,
            failure,
            CancellationToken.None
        );
    }

    private async Task BuryAsync(TakenNotification taken, string failure)
    {
        if (await inbox.FailAsync(taken.Lease, null, failure, CancellationToken.None))
        {
            NotificationLog.Dead(logger, taken.Notification.RequestId, failure);
        }
    }
}
