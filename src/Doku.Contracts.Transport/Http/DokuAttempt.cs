namespace Doku.Contracts.Transport;

/// <summary>
/// One attempt of a call, and whether it may have taken effect. Until an answer or failure says otherwise, it may.
/// </summary>
internal sealed class DokuAttempt
{
    private volatile bool _mayHaveTakenEffect = true;
    private volatile bool _wasCancelled;
    private volatile HttpResponseMessage? _answer;

    internal bool MayHaveTakenEffect => _mayHaveTakenEffect;

    /// <summary>Whether it was broken off: by a limit of time, or by a hedging handler that had a better answer.</summary>
    internal bool WasCancelled => _wasCancelled;

    internal HttpResponseMessage? Answer => _answer;

    internal int? Status => (int?)_answer?.StatusCode;

    internal void Answered(HttpResponseMessage answer)
    {
        _answer = answer;
        // A gateway says 408 when it gave up waiting, and 409 says that the Request-Id is known: an order may stand
        // behind either. Every other refusal says that this attempt took no effect.
        _mayHaveTakenEffect = (int)answer.StatusCode is < 400 or 408 or 409 or >= 500;
    }

    internal void Failed(Exception exception)
    {
        _wasCancelled = exception is OperationCanceledException;
        if (NeverLeft(exception))
        {
            _mayHaveTakenEffect = false;
        }
    }

    // The framework's own handler says this only while it makes a connection, before any request travels on it.
    private static bool NeverLeft(Exception exception) =>
        exception
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };
}
