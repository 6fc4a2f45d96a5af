using Doku.Contracts.Transport;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>What the endpoint logs. No body, header value or secret; a Request-Id only once it is verified.</summary>
internal static partial class NotificationLog
{
    [LoggerMessage(2001, LogLevel.Warning, "A notification was refused: {Fault}.")]
    internal static partial void Refused(ILogger logger, SignatureFault fault);

    [LoggerMessage(2002, LogLevel.Warning, "A notification was refused: over {MaxBytes} bytes.")]
    internal static partial void TooLarge(ILogger logger, int maxBytes);

    [LoggerMessage(
        2003,
        LogLevel.Error,
        "Verified notification {RequestId} can't be read as {Contract}: {ErrorCount} errors, the first {Code}."
    )]
    internal static partial void Unreadable(
        ILogger logger,
        string requestId,
        string contract,
        int errorCount,
        string code
    );

    [LoggerMessage(
        2004,
        LogLevel.Information,
        "Notification {RequestId} took effect; key {KeyId}."
    )]
    internal static partial void Done(ILogger logger, string requestId, string keyId);

    [LoggerMessage(2005, LogLevel.Information, "Notification {RequestId} had taken effect before.")]
    internal static partial void AlreadyDone(ILogger logger, string requestId);

    [LoggerMessage(2006, LogLevel.Information, "Notification {RequestId} is being worked on.")]
    internal static partial void InProgress(ILogger logger, string requestId);

    [LoggerMessage(
        2007,
        LogLevel.Error,
        "The handler of notification {RequestId} failed; DOKU will send it again."
    )]
    internal static partial void HandlerFailed(
        ILogger logger,
        Exception exception,
        string requestId
    );
}
