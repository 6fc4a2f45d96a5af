using Doku.Contracts.Runtime;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// What the reconciler logs. Of an order no more than its invoice number, and that only where somebody has to look for it.
/// </summary>
internal static partial class ReconciliationLog
{
    [LoggerMessage(
        2040,
        LogLevel.Warning,
        "No notification came, but DOKU says something new of an order when asked: {RequestId} is handed to the handler. Look at the Notification URL of its channel."
    )]
    internal static partial void Found(ILogger logger, string requestId);

    [LoggerMessage(
        2041,
        LogLevel.Warning,
        "Order {InvoiceNumber} has been pending since {Since} and isn't asked about any more; the last question's result: {Result}."
    )]
    internal static partial void GivenUp(
        ILogger logger,
        string invoiceNumber,
        DateTimeOffset since,
        AskResult result
    );

    [LoggerMessage(
        2042,
        LogLevel.Warning,
        "DOKU refused to tell of an order with status {Status}, Request-Id {RequestId}."
    )]
    internal static partial void Refused(ILogger logger, string requestId, int status);

    [LoggerMessage(
        2043,
        LogLevel.Warning,
        "DOKU couldn't be asked about an order ({Reason}), Request-Id {RequestId}; the next round waits longer."
    )]
    internal static partial void NoResponse(
        ILogger logger,
        string requestId,
        UnknownReason? reason
    );

    [LoggerMessage(
        2044,
        LogLevel.Error,
        "Asking about an order failed; it is asked about again later."
    )]
    internal static partial void AskingFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        2045,
        LogLevel.Error,
        "The pending orders of merchant '{Merchant}' couldn't be listed to the end; the next round lists them anew."
    )]
    internal static partial void ListingFailed(
        ILogger logger,
        Exception exception,
        string merchant
    );

    [LoggerMessage(
        2047,
        LogLevel.Error,
        "A round through the pending orders of merchant '{Merchant}' broke off; the next begins anew."
    )]
    internal static partial void RoundFailed(ILogger logger, Exception exception, string merchant);

    [LoggerMessage(
        2046,
        LogLevel.Warning,
        "The reconciler's lease couldn't be given back; another process begins when it ends."
    )]
    internal static partial void ReleaseFailed(ILogger logger, Exception exception);
}
