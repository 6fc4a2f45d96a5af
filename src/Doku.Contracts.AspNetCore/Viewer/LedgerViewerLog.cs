using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>What is done to the ledger by hand, and by whom. No content of a notification.</summary>
internal static partial class LedgerViewerLog
{
    [LoggerMessage(
        2060,
        LogLevel.Warning,
        "{User} replays {RequestId} of {Endpoint}, {BodyHash}: {IsDone}."
    )]
    internal static partial void Replayed(
        ILogger logger,
        string user,
        string requestId,
        string endpoint,
        string bodyHash,
        bool isDone
    );

    [LoggerMessage(
        2061,
        LogLevel.Warning,
        "{User} discards {RequestId} of {Endpoint}, {BodyHash}: {IsDone}."
    )]
    internal static partial void Discarded(
        ILogger logger,
        string user,
        string requestId,
        string endpoint,
        string bodyHash,
        bool isDone
    );

    [LoggerMessage(2062, LogLevel.Information, "{User} inspects notification {RequestId}.")]
    internal static partial void Inspected(ILogger logger, string user, string requestId);

    [LoggerMessage(
        2063,
        LogLevel.Error,
        "The ledger viewer refuses a request: its endpoint has no authorization. Call RequireAuthorization on what MapDokuLedger returns."
    )]
    internal static partial void Unprotected(ILogger logger);

    [LoggerMessage(
        2064,
        LogLevel.Warning,
        "The ledger viewer refuses a request to change something, which came from another site."
    )]
    internal static partial void CrossSite(ILogger logger);

    [LoggerMessage(2065, LogLevel.Warning, "{User} erases the bodies of {Count} dead letters.")]
    internal static partial void Erased(ILogger logger, string user, int count);
}
