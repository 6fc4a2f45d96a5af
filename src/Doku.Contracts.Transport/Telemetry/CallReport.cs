using System.Diagnostics;
using Doku.Contracts.Runtime;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.Transport;

/// <summary>Tells of one call: in the log, as an activity and in the instruments. No path, body, header or secret.</summary>
internal sealed class CallReport : IDisposable
{
    private readonly ILogger _logger;
    private readonly TimeProvider _timeProvider;
    private readonly DokuExchange _exchange;
    private readonly Activity? _activity;
    private readonly long _began;
    private string _outcome = "failed";
    private UnknownReason? _reason;
    private int? _status;

    internal CallReport(ILogger logger, TimeProvider timeProvider, DokuExchange exchange)
    {
        _logger = logger;
        _timeProvider = timeProvider;
        _exchange = exchange;
        _began = timeProvider.GetTimestamp();
        _activity = DokuTelemetry.Activities.StartActivity(
            $"DOKU {exchange.Operation}",
            ActivityKind.Client
        );
        TransportLog.Begins(logger, exchange.Operation, exchange.RequestId);
    }

    internal void Answered(DokuAnswer answer)
    {
        _status = answer.Status;
        _activity?.SetTag(CallInstruments.SignatureFault, answer.Verdict.Fault.ToString());
        TransportLog.Answered(
            _logger,
            _exchange.Operation,
            _exchange.RequestId,
            answer.Status,
            answer.Verdict.Fault
        );
    }

    /// <summary>The caller gave the call up.</summary>
    internal void GivenUp() => _outcome = "given_up";

    internal void Ended<TResponse>(ContractOutcome<TResponse> outcome)
        where TResponse : class
    {
        var (operation, id) = (_exchange.Operation, _exchange.RequestId);
        switch (outcome)
        {
            case Accepted<TResponse> accepted:
                _outcome = accepted.IsReplay ? "replayed" : "accepted";
                TransportLog.Accepted(_logger, operation, id, accepted.IsReplay);
                break;
            case Refused<TResponse> { Refusal: var refusal }:
                _outcome = "refused";
                TransportLog.Refused(_logger, operation, id, refusal.Status, refusal.IsVerified);
                break;
            case OutcomeUnknown<TResponse> unknown:
                _outcome = "unknown";
                _reason = unknown.Reason;
                TransportLog.Unknown(
                    _logger,
                    operation,
                    id,
                    unknown.Reason,
                    unknown.Cause?.GetType().Name,
                    unknown.NextStep
                );
                break;
        }
    }

    public void Dispose()
    {
        var reason = _reason?.ToString();
        CallInstruments.Record(
            _timeProvider.GetElapsedTime(_began),
            _exchange.Operation,
            _outcome,
            reason,
            _status
        );
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag(CallInstruments.Operation, _exchange.Operation);
        _activity.SetTag(CallInstruments.Outcome, _outcome);
        _activity.SetTag(CallInstruments.Attempts, _exchange.Attempts);
        // One call can be found by it. It says nothing of the customer, and has too many values for an instrument.
        _activity.SetTag(CallInstruments.RequestId, _exchange.RequestId);
        _activity.SetTag(CallInstruments.UnknownReason, reason);
        _activity.SetTag(CallInstruments.Status, _status);
        if (_outcome is not ("accepted" or "replayed"))
        {
            _activity.SetStatus(ActivityStatusCode.Error, reason ?? _outcome);
        }

        _activity.Dispose();
    }
}
