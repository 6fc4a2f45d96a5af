using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>Runs a handler under a lease: renews it while the handler works, and completes it afterwards.</summary>
internal sealed class NotificationRunner(
    INotificationLedger ledger,
    InMemoryOrderProgress? progress,
    TimeSpan leaseTime,
    TimeProvider timeProvider,
    ILogger logger
)
{
    internal async Task<WorkResult> RunAsync(
        NotificationLease lease,
        string requestId,
        IServiceProvider services,
        Func<NotificationScope, CancellationToken, Task> work,
        Activity? activity,
        CancellationToken stopping
    )
    {
        var began = timeProvider.GetTimestamp();
        var result = await AttemptAsync(lease, requestId, services, work, stopping);
        NotificationTelemetry.Worked(activity, result.Outcome, timeProvider.GetElapsedTime(began));
        if (result.Outcome == WorkOutcome.LeaseLost)
        {
            NotificationLog.LeaseLost(logger, requestId);
        }

        return result;
    }

    private async Task<WorkResult> AttemptAsync(
        NotificationLease lease,
        string requestId,
        IServiceProvider services,
        Func<NotificationScope, CancellationToken, Task> work,
        CancellationToken stopping
    )
    {
        var scope = new NotificationScope(ledger, lease, services, progress);
        using var handling = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var isLost = false;
        try
        {
            var working = work(scope, handling.Token);
            if (!working.IsCompleted)
            {
                using var over = new CancellationTokenSource();
                var keeping = KeepAsync(over.Token);
                await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await over.CancelAsync();
                await keeping;
            }

            await working;
            return new WorkResult(
                await scope.CompleteAsync() ? WorkOutcome.Done : WorkOutcome.LeaseLost
            );
        }
        catch (LeaseLostException exception)
        {
            return new WorkResult(WorkOutcome.LeaseLost, exception);
        }
        catch (OperationCanceledException exception) when (handling.IsCancellationRequested)
        {
            return new WorkResult(isLost ? WorkOutcome.LeaseLost : WorkOutcome.Stopped, exception);
        }
        catch (Exception exception)
        {
            // Whatever the handler threw, the notification must be free for the next attempt.
            return new WorkResult(WorkOutcome.Failed, exception);
        }
        finally
        {
            await CloseAsync(scope, requestId);
        }

        async Task KeepAsync(CancellationToken over)
        {
            while (!over.IsCancellationRequested)
            {
                try
                {
                    await Task.Delay(leaseTime / 3, timeProvider, over);
                    if (!await scope.RenewAsync(over))
                    {
                        isLost = true;
                        await handling.CancelAsync();
                        return;
                    }
                }
                catch (OperationCanceledException) when (over.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception exception)
                {
                    // The next turn tries again; should the lease end before, the fence stops the completion.
                    NotificationLog.RenewalFailed(logger, exception, requestId);
                }
            }
        }
    }

    private async ValueTask CloseAsync(NotificationScope scope, string requestId)
    {
        try
        {
            await scope.CloseAsync();
        }
        catch (Exception exception)
        {
            // The connection is gone, and the transaction with it: the database undoes it by itself.
            NotificationLog.RollbackFailed(logger, exception, requestId);
        }
    }
}
