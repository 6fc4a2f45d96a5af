using System.Text.Json;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>Repeats and asks by the operations that a contract names.</summary>
internal sealed class ContractRecovery<TClient, TRequest, TResponse, TReport>
    : IContractRecovery<TRequest, TResponse>
    where TClient : class
    where TRequest : class, IContract<TRequest>
    where TResponse : class, IContract<TResponse>
    where TReport : class, IContract<TReport>
{
    private const int NotFound = 404;
    private const int TooManyRequests = 429;

    // DOKU's page: an order's status can be asked from 60 seconds after payment.
    private static readonly TimeSpan StatusWait = TimeSpan.FromSeconds(60);

    private readonly TClient _client;
    private readonly ContractSettlement<TClient, TRequest, TResponse, TReport> _settlement;
    private readonly TimeProvider _timeProvider;
    private readonly RecoveryLimits _limits;

    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    internal ContractRecovery(
        TClient client,
        ContractSettlement<TClient, TRequest, TResponse, TReport> settlement,
        TimeProvider timeProvider,
        RecoveryLimits limits
    )
    {
        limits.EnsureValid();
        _client = client;
        _settlement = settlement;
        _timeProvider = timeProvider;
        _limits = limits;
    }

    public Task<ContractOutcome<RecoveredOrder<TResponse>>> RecoverAsync(
        OutcomeUnknown<TResponse> unknown,
        TRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(unknown);
        return RecoverAsync(unknown.RequestId, request, unknown.StatusFrom, cancellationToken);
    }

    public Task<ContractOutcome<RecoveredOrder<TResponse>>> RecoverAsync(
        string requestId,
        TRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        return RecoverAsync(requestId, request, null, cancellationToken);
    }

    private async Task<ContractOutcome<RecoveredOrder<TResponse>>> RecoverAsync(
        string requestId,
        TRequest request,
        DateTimeOffset? statusFrom,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var began = _timeProvider.GetUtcNow();
        var from = statusFrom ?? began + StatusWait;
        var last = new OutcomeUnknown<TResponse>(requestId, UnknownReason.TimedOut);
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
                var outcome = await _settlement
                    .Send(_client, request, call, either.Token)
                    .ConfigureAwait(false);
                if (outcome is Accepted<TResponse> accepted)
                {
                    return new Accepted<RecoveredOrder<TResponse>>(
                        requestId,
                        Recovered(accepted.Value),
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

    private async Task<ContractOutcome<RecoveredOrder<TResponse>>?> CheckAsync(
        TRequest request,
        OutcomeUnknown<TResponse> last,
        CancellationToken cancellationToken
    )
    {
        // By Request-Id: under the invoice number there may be an order of another call.
        var check = await _settlement
            .Check.Ask(_client, last.RequestId, cancellationToken)
            .ConfigureAwait(false);
        // Of a repeat that got no answer nobody knows whether it will still take effect: only a refusal ends the matter.
        var refusal = IsVerdict(last.Refusal)
            ? new Refused<RecoveredOrder<TResponse>>(last.RequestId, last.Refusal!)
            : null;
        return check switch
        {
            Accepted<TReport> found => Judge(found.Value, request, last.RequestId, refusal),
            // DOKU's words for "no such order" aren't documented; that it is DOKU who refuses is known.
            Refused<TReport> { Refusal.Status: NotFound } => refusal,
            _ => null,
        };
    }

    /// <returns>Null where the report settles nothing.</returns>
    private ContractOutcome<RecoveredOrder<TResponse>>? Judge(
        TReport found,
        TRequest request,
        string requestId,
        ContractOutcome<RecoveredOrder<TResponse>>? refusal
    )
    {
        var operation = _settlement.Check.Operation;
        var body = OrderReports.Write(found);
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (OrderReports.Status(operation, root, _settlement.Check.ReadStatus) is not { } status)
        {
            return null;
        }

        // Every member may be missing; one that is there must not speak of another order.
        var saidId = OrderReports.Find(operation, root, ContractRoles.RequestId);
        var asked = OrderReports.Write(request);
        if (
            (saidId ?? requestId) != requestId
            || EchoedMembers.Differ(operation.Echoes, root, asked)
        )
        {
            return refusal;
        }

        var report = OrderReports.Report(
            operation,
            body,
            status,
            OrderReports.NumberIn(operation, asked)
        );
        return new Accepted<RecoveredOrder<TResponse>>(
            requestId,
            new RecoveredOrder<TResponse>(null, report, status),
            isReplay: true
        );
    }

    private RecoveredOrder<TResponse> Recovered(TResponse response)
    {
        using var document = JsonDocument.Parse(OrderReports.Write(response));
        var status = OrderReports.Status(
            _settlement.Operation,
            document.RootElement,
            _settlement.Check.ReadStatus
        );
        return new RecoveredOrder<TResponse>(response, null, status);
    }

    // One call too many is no verdict on the order, so it may be repeated.
    private static bool IsVerdict(ContractRefusal? refusal) =>
        refusal is { Status: not TooManyRequests };

    private static OutcomeUnknown<TResponse> StillUnknown(ContractOutcome<TResponse> outcome) =>
        outcome switch
        {
            OutcomeUnknown<TResponse> unknown => unknown,
            // A transport of the program's own may not know that this was a repeat.
            Refused<TResponse> refused => new(outcome.RequestId, UnknownReason.RefusedLater)
            {
                Refusal = refused.Refusal,
            },
            _ => throw new InvalidOperationException("An outcome is one of three."),
        };

    private static OutcomeUnknown<RecoveredOrder<TResponse>> Unknown(
        OutcomeUnknown<TResponse> last,
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
