using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>Asks the options what kind of failure an exception is. Whatever they do, there is an answer.</summary>
internal sealed class FailureFilter(Func<Exception, FailureKind> classify, ILogger logger)
{
    internal FailureKind KindOf(Exception exception, string requestId)
    {
        try
        {
            var kind = classify(exception);
            return Enum.IsDefined(kind)
                ? kind
                : throw new InvalidOperationException($"ClassifyFailure returned {kind}.");
        }
        catch (Exception fault)
        {
            NotificationLog.FilterFailed(logger, fault, requestId);
            return FailureKind.Unknown;
        }
    }
}
