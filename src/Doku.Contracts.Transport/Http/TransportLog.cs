using Doku.Contracts.Runtime;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.Transport;

/// <summary>What the transport logs. No body, path, header value, secret or words of the partner: they may hold personal data.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(1001, LogLevel.Debug, "{Operation} begins under Request-Id {RequestId}.")]
    internal static partial void Begins(ILogger logger, string operation, string requestId);

    [LoggerMessage(
        1002,
        LogLevel.Debug,
        "{Operation} under Request-Id {RequestId} was answered with HTTP {Status}; its signature: {Fault}."
    )]
    internal static partial void Answered(
        ILogger logger,
        string operation,
        string requestId,
        int status,
        SignatureFault fault
    );

    [LoggerMessage(
        1003,
        LogLevel.Information,
        "{Operation} under Request-Id {RequestId} was accepted; a replay: {IsReplay}."
    )]
    internal static partial void Accepted(
        ILogger logger,
        string operation,
        string requestId,
        bool isReplay
    );

    [LoggerMessage(
        1004,
        LogLevel.Warning,
        "{Operation} under Request-Id {RequestId} was refused with HTTP {Status}; signed: {IsVerified}."
    )]
    internal static partial void Refused(
        ILogger logger,
        string operation,
        string requestId,
        int status,
        bool isVerified
    );

    [LoggerMessage(
        1005,
        LogLevel.Warning,
        "It isn't known whether {Operation} under Request-Id {RequestId} took effect: {Reason} {Cause}. {NextStep}"
    )]
    internal static partial void Unknown(
        ILogger logger,
        string operation,
        string requestId,
        UnknownReason reason,
        string? cause,
        string nextStep
    );

    [LoggerMessage(
        1006,
        LogLevel.Information,
        "The request of {Operation} goes against its contract's advice in {Count} places and is sent all the same: {Places}."
    )]
    internal static partial void Advised(
        ILogger logger,
        string operation,
        int count,
        string places
    );
}
