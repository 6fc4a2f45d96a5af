using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>Runs a handler under a lease: renews it while the handler works, and completes it afterwards.</summary>
internal sealed class NotificationRunner(
    INotificationLedger ledger,
    InMemoryOrderProgress? progress,
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
        // Before the handler, which may block its thread.
        await using var held = new HeldLease(scope, timeProvider, logger, requestId);
        using var handling = CancellationTokenSource.CreateLinkedTokenSource(
            stopping,
            held.Lasting
        );
        try
        {
            await work(scope, handling.Token);
            await held.LetGoAsync();
            return new WorkResult(
                await scope.CompleteAsync() ? WorkOutcome.Done : WorkOutcome.LeaseLost
            );
        }
        catch (DeadLetterException exception)
        {
            return new WorkResult(WorkOutcome.DeadLetter, exception);
        }
        catch (LeaseLostException exception)
        {
            return new WorkResult(WorkOutcome.LeaseLost, exception);
        }
        catch (OperationCanceledException exception) when (handling.IsCancellationRequested)
        {
            return new WorkResult(
                stopping.IsCancellationRequested ? WorkOutcome.Stopped : WorkOutcome.LeaseLost,
                exception
            );
        }
        catch (Exception exception)
        {
            // Whatever the handler threw, the notification must be free for the next attempt.
            return new WorkResult(WorkOutcome.Failed, exception);
        }
        finally
        {
            await held.LetGoAsync();
            await CloseAsync(scope, requestId);
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
