using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// Asks DOKU about one order, and hands a response that tells something new to the endpoint's own receiver, as if it had
/// come as a notification.
/// </summary>
internal sealed class OrderAsker(
    IOrderStatusCheck check,
    IOrderProgress? progress,
    IServiceScopeFactory scopes,
    TimeProvider timeProvider,
    ILogger logger
)
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private const int TooManyRequests = 429;

    internal async Task<AskResult> AskAsync(
        string clientId,
        string endpoint,
        INotificationReceiver receiver,
        PendingOrder order,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var outcome = await check.CheckAsync(order.InvoiceNumber, cancellationToken);
            switch (outcome)
            {
                case Accepted<OrderReport> { Value: var report }:
                    return await IsNewsAsync(clientId, order, report.Status, cancellationToken)
                        ? await HandOverAsync(
                            NotificationKey.Of(clientId, endpoint, report.Notification.Span),
                            receiver,
                            report.Notification,
                            outcome.RequestId
                        )
                        : AskResult.Unchanged;
                case Refused<OrderReport> { Refusal.Status: NotFound }:
                    return AskResult.NotFound;
                case Refused<OrderReport> { Refusal.Status: var status }:
                    ReconciliationLog.Refused(logger, outcome.RequestId, status);
                    // Those don't speak of the order: the next one would be refused alike.
                    return status is Unauthorized or Forbidden or TooManyRequests
                        ? AskResult.NoResponse
                        : AskResult.Refused;
                default:
                    var reason = (outcome as OutcomeUnknown<OrderReport>)?.Reason;
                    ReconciliationLog.NoResponse(logger, outcome.RequestId, reason);
                    return AskResult.NoResponse;
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            ReconciliationLog.AskingFailed(logger, exception);
            return AskResult.Failed;
        }
    }

    private async ValueTask<bool> IsNewsAsync(
        string clientId,
        PendingOrder order,
        ContractStatus? reported,
        CancellationToken cancellationToken
    )
    {
        if (reported is not { } status)
        {
            return false;
        }

        var known = progress is null
            ? null
            : await progress.FindAsync(clientId, order.InvoiceNumber, cancellationToken);
        return known is { } before ? before.After(status) != before : !status.IsInitial;
    }

    private async Task<AskResult> HandOverAsync(
        NotificationKey key,
        INotificationReceiver receiver,
        ReadOnlyMemory<byte> body,
        string requestId
    )
    {
        var now = timeProvider.GetUtcNow();
        var envelope = new VerifiedEnvelope(body, KeyId: "", requestId, now, now);
        await using var services = scopes.CreateAsyncScope();
        var status = await receiver.ReceiveAsync(key, envelope, services.ServiceProvider, null);
        if (status != StatusCodes.Status200OK)
        {
            // The receiver has said why.
            return AskResult.Failed;
        }

        ReconciliationLog.Found(logger, requestId);
        return AskResult.Found;
    }
}
