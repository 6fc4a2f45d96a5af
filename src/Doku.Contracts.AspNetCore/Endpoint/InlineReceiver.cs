using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>Claims the notification, lets the handler work while DOKU waits, and acknowledges when it has finished.</summary>
internal sealed class InlineReceiver(
    NotificationRoute route,
    INotificationLedger ledger,
    NotificationRunner runner,
    InboxReceiver? inbox,
    ILogger logger,
    CancellationToken stopping
) : INotificationReceiver
{
    public async ValueTask<int> ReceiveAsync(
        NotificationKey key,
        VerifiedEnvelope envelope,
        IServiceProvider services,
        Activity? activity
    )
    {
        if (route.Bind(envelope, out var errors) is not { } work)
        {
            if (inbox is not null)
            {
                // Which keeps it as a dead letter.
                return await inbox.ReceiveAsync(key, envelope, services, activity);
            }

            NotificationLog.Unreadable(logger, envelope.RequestId, route.Contract, errors);
            NotificationTelemetry.Received(activity, "unreadable");
            return StatusCodes.Status400BadRequest;
        }

        LedgerClaim claim;
        try
        {
            // Not the request's own token: when DOKU stops waiting, work that has begun is better finished, and then
            // the retry is acknowledged at once.
            claim = await ledger.TryBeginAsync(key, stopping);
        }
        catch (Exception exception)
        {
            NotificationLog.LedgerDown(logger, exception, envelope.RequestId);
            NotificationTelemetry.Received(activity, "unavailable");
            return StatusCodes.Status503ServiceUnavailable;
        }

        if (claim.State == LedgerEntryState.AlreadyDone)
        {
            NotificationLog.AlreadyDone(logger, envelope.RequestId);
            NotificationTelemetry.Received(activity, "duplicate");
            return StatusCodes.Status200OK;
        }

        if (claim.Lease is not { } lease)
        {
            // Whether that work will succeed isn't known, so DOKU must ask again.
            NotificationLog.InProgress(logger, envelope.RequestId);
            NotificationTelemetry.Received(activity, "in_progress");
            return StatusCodes.Status503ServiceUnavailable;
        }

        var result = await runner.RunAsync(
            lease,
            envelope.RequestId,
            services,
            work,
            activity,
            stopping
        );
        return result.Outcome switch
        {
            WorkOutcome.Done => Done(envelope, activity),
            WorkOutcome.Ignored => Ignored(activity),
            WorkOutcome.LeaseLost => Lost(activity),
            WorkOutcome.DeadLetter => await DeadLetterAsync(
                lease,
                envelope,
                result.Reason,
                activity
            ),
            _ => await FailedAsync(lease, envelope, result.Error, activity),
        };
    }

    private int Done(VerifiedEnvelope envelope, Activity? activity)
    {
        NotificationLog.Done(logger, envelope.RequestId, envelope.KeyId);
        NotificationTelemetry.Received(activity, "done");
        return StatusCodes.Status200OK;
    }

    private static int Ignored(Activity? activity)
    {
        NotificationTelemetry.Received(activity, "ignored");
        return StatusCodes.Status200OK;
    }

    private static int Lost(Activity? activity)
    {
        NotificationTelemetry.Received(activity, "in_progress");
        return StatusCodes.Status503ServiceUnavailable;
    }

    private async ValueTask<int> FailedAsync(
        NotificationLease lease,
        VerifiedEnvelope envelope,
        Exception? error,
        Activity? activity
    )
    {
        NotificationLog.HandlerFailed(logger, error, envelope.RequestId);
        NotificationTelemetry.Received(activity, "failed");
        return await GiveBackAsync(lease, envelope);
    }

    private async ValueTask<int> DeadLetterAsync(
        NotificationLease lease,
        VerifiedEnvelope envelope,
        string reason,
        Activity? activity
    )
    {
        NotificationTelemetry.Received(activity, "dead_letter");
        if (ledger is not INotificationInbox keeping)
        {
            NotificationLog.DeadLetterNotKept(logger, envelope.RequestId, reason);
            return await GiveBackAsync(lease, envelope);
        }

        try
        {
            await keeping.StoreAsync(
                StoredNotification.Of(lease.Key, route.Contract, envelope),
                deadBecause: null,
                stopping
            );
            if (!await keeping.FailAsync(lease, retryAt: null, reason, stopping))
            {
                NotificationLog.LeaseLost(logger, envelope.RequestId);
                return StatusCodes.Status503ServiceUnavailable;
            }
        }
        catch (Exception exception)
        {
            NotificationLog.LedgerDown(logger, exception, envelope.RequestId);
            return StatusCodes.Status503ServiceUnavailable;
        }

        NotificationLog.Dead(logger, envelope.RequestId, reason);
        return StatusCodes.Status200OK;
    }

    private async ValueTask<int> GiveBackAsync(NotificationLease lease, VerifiedEnvelope envelope)
    {
        try
        {
            await ledger.AbandonAsync(lease, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The claim ends with its lease.
            NotificationLog.SettlingFailed(logger, exception, envelope.RequestId);
        }

        return StatusCodes.Status500InternalServerError;
    }
}
