using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>Runs a handler under a lease: renews it while the handler works, and completes it afterwards.</summary>
internal sealed class NotificationRunner(
    INotificationLedger ledger,
    InMemoryOrderProgress? progress,
    Func<Exception, FailureKind> classify,
    TimeProvider timeProvider,
    ILogger logger
)
{
    private readonly FailureFilter _filter = new(classify, logger);

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
        NotificationTelemetry.Worked(activity, result, timeProvider.GetElapsedTime(began));
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
        var hasReturned = false;
        WorkResult result;
        try
        {
            await work(scope, handling.Token);
            hasReturned = true;
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
            // Whatever the handler threw, the notification must be free for the next attempt. What a handler throws once
            // its token is cancelled may come of that, and says nothing of the notification.
            result = handling.IsCancellationRequested
                ? new WorkResult(WorkOutcome.Failed, exception)
                : Judge(exception, hasReturned || scope.HasLostTransaction, requestId);
        }
        finally
        {
            await held.LetGoAsync();
            await CloseAsync(scope, requestId);
        }

        // Its transaction is over by now, and undone.
        return result.Outcome == WorkOutcome.Ignored
            ? await IgnoreAsync(scope, result, requestId)
            : result;
    }

    private WorkResult Judge(Exception exception, bool isOfCommit, string requestId)
    {
        var kind = _filter.KindOf(exception, requestId);
        if (kind == FailureKind.Permanent)
        {
            NotificationLog.PermanentFailure(logger, exception, requestId);
            return new WorkResult(WorkOutcome.DeadLetter, exception, kind);
        }

        // A commit that failed is never ignored: the handler had its reasons to write.
        return kind == FailureKind.Ignored
            ? isOfCommit
                ? new WorkResult(WorkOutcome.Failed, exception, FailureKind.Unknown)
                : new WorkResult(WorkOutcome.Ignored, exception, kind)
            : new WorkResult(WorkOutcome.Failed, exception, kind);
    }

    private async Task<WorkResult> IgnoreAsync(
        NotificationScope scope,
        WorkResult result,
        string requestId
    )
    {
        try
        {
            if (!await ledger.CompleteAsync(scope.Lease, CancellationToken.None))
            {
                return new WorkResult(WorkOutcome.LeaseLost, result.Error);
            }
        }
        catch (Exception exception)
        {
            return new WorkResult(WorkOutcome.Failed, exception, FailureKind.Unknown);
        }

        NotificationLog.Ignored(logger, result.Error!, requestId);
        return result;
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
