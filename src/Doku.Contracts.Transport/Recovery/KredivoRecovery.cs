using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>
/// Finds out what became of an order whose outcome isn't known. It repeats the call under the same Request-Id, which
/// DOKU answers with the original answer (409) when it has the order, and else takes the order now; either way there is
/// one order. When a repeat is refused or nothing answers, it asks for the status, from 60 seconds on. <c>AddDoku</c>
/// registers it beside the client; a named merchant's is keyed by the name.
/// </summary>
public sealed class KredivoRecovery
{
    // DOKU's page: an order's status can be asked from 60 seconds after payment.
    private static readonly TimeSpan StatusWait = TimeSpan.FromSeconds(60);

    private readonly IKredivoClient _client;
    private readonly TimeProvider _timeProvider;
    private readonly RecoveryLimits _limits;

    /// <summary>Makes it for one merchant.</summary>
    /// <param name="client">The merchant's client.</param>
    /// <param name="timeProvider">All waiting follows it.</param>
    /// <param name="limits">How hard to try.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    public KredivoRecovery(IKredivoClient client, TimeProvider timeProvider, RecoveryLimits limits)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(limits);
        limits.EnsureValid();
        _client = client;
        _timeProvider = timeProvider;
        _limits = limits;
    }

    /// <summary>Goes on from an outcome that isn't known.</summary>
    /// <inheritdoc cref="RecoverAsync(string, GenerateOrderRequest, CancellationToken)"/>
    /// <param name="unknown">How the call ended.</param>
    /// <param name="request">The order, exactly as it was sent.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<ContractOutcome<RecoveredOrder>> RecoverAsync(
        OutcomeUnknown<GenerateOrderResponse> unknown,
        GenerateOrderRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(unknown);
        return RecoverAsync(unknown.RequestId, request, unknown.StatusFrom, cancellationToken);
    }

    /// <summary>
    /// Goes on from what was stored before the call: after a restart nobody knows whether it was made at all. The answer
    /// comes within <see cref="RecoveryLimits.MaxTime"/>.
    /// </summary>
    /// <param name="requestId">The Request-Id under which the call was, or was to be, made.</param>
    /// <param name="request">The order, exactly as it was stored: another order is a conflict under this Request-Id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>
    /// Accepted: DOKU has the order, once. Refused: DOKU doesn't have it and refuses it, or has another order under this
    /// Request-Id. Unknown: DOKU couldn't be asked, or what it said doesn't settle the matter; try later.
    /// </returns>
    /// <exception cref="ContractException">The order breaks its contract; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The waiting was ended; nothing more is known than before.</exception>
    public Task<ContractOutcome<RecoveredOrder>> RecoverAsync(
        string requestId,
        GenerateOrderRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        return RecoverAsync(requestId, request, null, cancellationToken);
    }

    private async Task<ContractOutcome<RecoveredOrder>> RecoverAsync(
        string requestId,
        GenerateOrderRequest request,
        DateTimeOffset? statusFrom,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var began = _timeProvider.GetUtcNow();
        var from = statusFrom ?? began + StatusWait;
        var last = new OutcomeUnknown<GenerateOrderResponse>(requestId, UnknownReason.TimedOut);
        using var time = new CancellationTokenSource(_limits.MaxTime, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            time.Token
        );
        try
        {
            var wait = _limits.FirstWait;
            for (var repeat = 1; ; repeat++)
            {
                var call = new ContractCall { RequestId = requestId, IsRepeat = true };
                var outcome = await _client
                    .GenerateOrderAsync(request, call, either.Token)
                    .ConfigureAwait(false);
                if (outcome is Accepted<GenerateOrderResponse> accepted)
                {
                    return new Accepted<RecoveredOrder>(
                        requestId,
                        new RecoveredOrder(accepted.Value),
                        accepted.IsReplay
                    );
                }

                last = StillUnknown(outcome);
                // Half the time is left for the status check, however long each repeat waited for its answer.
                if (
                    IsVerdict(last.Refusal)
                    || repeat == _limits.MaxRepeats
                    || _timeProvider.GetUtcNow() >= began + (_limits.MaxTime / 2)
                )
                {
                    break;
                }

                await Task.Delay(wait, _timeProvider, either.Token).ConfigureAwait(false);
                wait = wait * 2 < _limits.LongestWait ? wait * 2 : _limits.LongestWait;
            }

            if (from >= began + _limits.MaxTime)
            {
                return Unknown(last, from);
            }

            await WaitUntilAsync(from, either.Token).ConfigureAwait(false);
            return await CheckAsync(request, last, either.Token).ConfigureAwait(false)
                ?? Unknown(last, from);
        }
        catch (OperationCanceledException)
            when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Unknown(last, from);
        }
    }

    private async Task<ContractOutcome<RecoveredOrder>?> CheckAsync(
        GenerateOrderRequest request,
        OutcomeUnknown<GenerateOrderResponse> last,
        CancellationToken cancellationToken
    )
    {
        // By Request-Id: under the invoice number there may be an order of another call.
        var check = await _client
            .CheckStatusAsync(last.RequestId, cancellationToken)
            .ConfigureAwait(false);
        return StatusVerdict.Of(check, request, last);
    }

    // One call too many is no verdict on the order, so it may be repeated.
    private static bool IsVerdict(ContractRefusal? refusal) => refusal is { Status: not 429 };

    private static OutcomeUnknown<GenerateOrderResponse> StillUnknown(
        ContractOutcome<GenerateOrderResponse> outcome
    ) =>
        outcome switch
        {
            OutcomeUnknown<GenerateOrderResponse> unknown => unknown,
            // A transport of the program's own may not know that this was a repeat.
            Refused<GenerateOrderResponse> refused => new(
                outcome.RequestId,
                UnknownReason.RefusedLater
            )
            {
                Refusal = refused.Refusal,
            },
            _ => throw new InvalidOperationException("An outcome is one of three."),
        };

    private static OutcomeUnknown<RecoveredOrder> Unknown(
        OutcomeUnknown<GenerateOrderResponse> last,
        DateTimeOffset statusFrom
    ) =>
        new(last.RequestId, last.Reason, last.Cause)
        {
            Refusal = last.Refusal,
            StatusFrom = statusFrom,
        };

    private async Task WaitUntilAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var wait = moment - _timeProvider.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
