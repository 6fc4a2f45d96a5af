using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>What a status check, asked by Request-Id, says of a call whose repeat didn't settle it.</summary>
internal static class StatusVerdict
{
    private const int NotFound = 404;
    private const int TooManyRequests = 429;

    /// <returns>Null where the check settles nothing.</returns>
    internal static ContractOutcome<RecoveredOrder>? Of(
        ContractOutcome<OrderStatusResponse> check,
        GenerateOrderRequest request,
        OutcomeUnknown<GenerateOrderResponse> repeat
    )
    {
        // Of a repeat that got no answer nobody knows whether it will still take effect: only a refusal ends the matter.
        var refusal = repeat.Refusal is { Status: not TooManyRequests } said ? said : null;
        switch (check)
        {
            case Accepted<OrderStatusResponse> { Value: { Transaction.Status: { } status } found }:
                if (IsThisOrder(found, request, repeat.RequestId))
                {
                    return new Accepted<RecoveredOrder>(
                        repeat.RequestId,
                        new RecoveredOrder(found, status),
                        isReplay: true
                    );
                }

                break;
            // DOKU's words for "no such order" aren't documented; that it is DOKU who refuses is known.
            case Refused<OrderStatusResponse> { Refusal.Status: NotFound }:
                break;
            default:
                return null;
        }

        return refusal is null ? null : new Refused<RecoveredOrder>(repeat.RequestId, refusal);
    }

    // Every member may be missing; one that is there must not speak of another order.
    private static bool IsThisOrder(
        OrderStatusResponse found,
        GenerateOrderRequest request,
        string requestId
    ) =>
        (found.Transaction?.OriginalRequestId ?? requestId) == requestId
        && !EchoedOrder.Of(found).IsOtherThan(EchoedOrder.Of(request));
}
