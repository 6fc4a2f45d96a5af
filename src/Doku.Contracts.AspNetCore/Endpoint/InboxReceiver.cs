using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>Stores the verified bytes and acknowledges; the worker does the rest.</summary>
internal sealed class InboxReceiver(
    NotificationRoute route,
    INotificationInbox inbox,
    NotificationSignal signal,
    OrderPointer? order,
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
        // What can't be read is stored as well, as dead: DOKU would send the same bytes three times more and then give
        // up, whereas out of the inbox they can be replayed when the contract has been brought up to date.
        var isReadable = route.Bind(envelope, out var errors) is not null;
        bool isNew;
        try
        {
            isNew = await inbox.StoreAsync(
                StoredNotification.Of(
                    key,
                    route.Contract,
                    envelope,
                    isReadable ? order?.KeyOf(key, envelope.Body.Span) : null
                ),
                isReadable ? null : UnreadableFailure.Of(errors),
                stopping
            );
        }
        catch (Exception exception)
        {
            NotificationLog.LedgerDown(logger, exception, envelope.RequestId);
            NotificationTelemetry.Received(activity, "unavailable");
            return StatusCodes.Status503ServiceUnavailable;
        }

        if (!isNew)
        {
            NotificationLog.AlreadyDone(logger, envelope.RequestId);
            NotificationTelemetry.Received(activity, "duplicate");
        }
        else if (!isReadable)
        {
            NotificationLog.Unreadable(logger, envelope.RequestId, route.Contract, errors);
            NotificationTelemetry.Received(activity, "unreadable");
        }
        else
        {
            NotificationLog.Stored(logger, envelope.RequestId, envelope.KeyId);
            NotificationTelemetry.Received(activity, "stored");
            signal.Stored();
        }

        return StatusCodes.Status200OK;
    }
}
