using Doku.Contracts.Runtime;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// What endpoint and worker log. No body, header value or secret; a Request-Id only once it is verified. An exception is
/// the handler's own or the database driver's.
/// </summary>
internal static partial class NotificationLog
{
    [LoggerMessage(2001, LogLevel.Warning, "A notification was refused: {Fault}.")]
    internal static partial void Refused(ILogger logger, string fault);

    [LoggerMessage(2002, LogLevel.Warning, "A notification was refused: over {MaxBytes} bytes.")]
    internal static partial void TooLarge(ILogger logger, int maxBytes);

    [LoggerMessage(
        2003,
        LogLevel.Error,
        "Verified notification {RequestId} can't be read as {Contract}: {ErrorCount} errors, the first {Code}."
    )]
    private static partial void Unreadable(
        ILogger logger,
        string requestId,
        string contract,
        int errorCount,
        string code
    );

    internal static void Unreadable(
        ILogger logger,
        string requestId,
        string contract,
        ContractErrors errors
    ) => Unreadable(logger, requestId, contract, errors.Total, UnreadableFailure.FirstCode(errors));

    [LoggerMessage(
        2004,
        LogLevel.Information,
        "Notification {RequestId} took effect; key {KeyId}."
    )]
    internal static partial void Done(ILogger logger, string requestId, string keyId);

    [LoggerMessage(2005, LogLevel.Information, "Notification {RequestId} had come before.")]
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
        Exception? exception,
        string requestId
    );

    [LoggerMessage(
        2008,
        LogLevel.Error,
        "A verified notification, {RequestId}, couldn't be recorded; DOKU will send it again."
    )]
    internal static partial void LedgerDown(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(
        2009,
        LogLevel.Error,
        "A notification can't be verified: the options of merchant '{Merchant}' are wrong. DOKU will send it again."
    )]
    internal static partial void OptionsWrong(ILogger logger, Exception exception, string merchant);

    [LoggerMessage(2010, LogLevel.Information, "Notification {RequestId} is stored; key {KeyId}.")]
    internal static partial void Stored(ILogger logger, string requestId, string keyId);

    [LoggerMessage(
        2011,
        LogLevel.Warning,
        "Somebody else has taken over notification {RequestId}; nothing of this attempt's transaction counts."
    )]
    internal static partial void LeaseLost(ILogger logger, string requestId);

    [LoggerMessage(2012, LogLevel.Warning, "The lease on notification {RequestId} wasn't renewed.")]
    internal static partial void RenewalFailed(
        ILogger logger,
        Exception exception,
        string requestId
    );

    [LoggerMessage(
        2013,
        LogLevel.Warning,
        "The transaction of notification {RequestId} was broken off."
    )]
    internal static partial void RollbackFailed(
        ILogger logger,
        Exception exception,
        string requestId
    );

    [LoggerMessage(
        2014,
        LogLevel.Warning,
        "Attempt {Attempt} on notification {RequestId} failed; the next is in {Delay}."
    )]
    internal static partial void AttemptFailed(
        ILogger logger,
        Exception exception,
        string requestId,
        int attempt,
        TimeSpan delay
    );

    [LoggerMessage(
        2015,
        LogLevel.Error,
        "Attempt {Attempt} on notification {RequestId} failed, and was the last."
    )]
    internal static partial void LastAttemptFailed(
        ILogger logger,
        Exception exception,
        string requestId,
        int attempt
    );

    [LoggerMessage(
        2016,
        LogLevel.Error,
        "Notification {RequestId} is dead until somebody replays or discards it: {Failure}."
    )]
    internal static partial void Dead(ILogger logger, string requestId, string failure);

    [LoggerMessage(
        2017,
        LogLevel.Error,
        "How notification {RequestId} ended couldn't be noted; it is worked on again when its lease ends."
    )]
    internal static partial void SettlingFailed(
        ILogger logger,
        Exception exception,
        string requestId
    );

    [LoggerMessage(2018, LogLevel.Error, "The notification inbox can't be reached.")]
    internal static partial void InboxDown(ILogger logger, Exception exception);

    [LoggerMessage(
        2022,
        LogLevel.Warning,
        "{Count} notifications rested longer than any delay allows, as if they came while the clock was ahead, and don't any more."
    )]
    internal static partial void Hastened(ILogger logger, int count);

    [LoggerMessage(
        2023,
        LogLevel.Warning,
        "Listening for what other processes store has ended; it begins again. Until then work is found by polling."
    )]
    internal static partial void ListeningFailed(ILogger logger, Exception exception);

    [LoggerMessage(2019, LogLevel.Debug, "{Count} notifications that were done are forgotten.")]
    internal static partial void Pruned(ILogger logger, int count);

    [LoggerMessage(
        2020,
        LogLevel.Warning,
        "The notification ledger is one of your own and no IOrderProgress is registered: handlers can't call AdvanceOrderAsync."
    )]
    internal static partial void NoOrderProgress(ILogger logger);

    [LoggerMessage(
        2021,
        LogLevel.Error,
        "The handler can't apply notification {RequestId}: {Reason}. The ledger keeps no dead letters; DOKU will send it again."
    )]
    internal static partial void DeadLetterNotKept(ILogger logger, string requestId, string reason);

    [LoggerMessage(
        2030,
        LogLevel.Error,
        "Notification {RequestId} failed with an error that no retry can mend."
    )]
    internal static partial void PermanentFailure(
        ILogger logger,
        Exception exception,
        string requestId
    );

    [LoggerMessage(
        2031,
        LogLevel.Warning,
        "Notification {RequestId} is done without an effect: its handler failed, and the failure is ignored."
    )]
    internal static partial void Ignored(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(
        2032,
        LogLevel.Error,
        "ClassifyFailure failed; the failure of notification {RequestId} counts as unknown."
    )]
    internal static partial void FilterFailed(
        ILogger logger,
        Exception exception,
        string requestId
    );

    [LoggerMessage(
        2033,
        LogLevel.Warning,
        "The bodies of {Count} dead letters are erased: nobody dealt with them in time."
    )]
    internal static partial void Erased(ILogger logger, int count);
}
