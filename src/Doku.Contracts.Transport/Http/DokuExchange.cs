using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>One call, over all its attempts. Travels with the request message to the signing handler.</summary>
internal sealed class DokuExchange
{
    internal static readonly HttpRequestOptionsKey<DokuExchange> Key = new(
        "Doku.Contracts.Exchange"
    );

    // DOKU's page: an order's status can be asked from 60 seconds after payment.
    private static readonly TimeSpan StatusWait = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly List<DokuAttempt> _attempts = [];

    /// <summary>The operation's name: <c>Shipping.Send</c>.</summary>
    internal string Operation { get; init; } = "";

    internal HttpMethod Method { get; init; } = HttpMethod.Post;

    internal required string ClientId { get; init; }

    internal required string RequestId { get; init; }

    /// <summary>Whether an earlier call under the same Request-Id may have taken effect.</summary>
    internal bool IsRepeat { get; init; }

    /// <summary>The address that is called.</summary>
    internal required Uri Address { get; init; }

    /// <summary>The path, with the query string where that counts.</summary>
    internal required string RequestTarget { get; init; }

    internal required DokuKey SigningKey { get; init; }

    internal PooledBody? Body { get; init; }

    /// <summary>How many attempts left for the network. Above zero, a failure may hide that the call took effect.</summary>
    internal int Attempts
    {
        get
        {
            lock (_gate)
            {
                return _attempts.Count;
            }
        }
    }

    /// <summary>A GET changes nothing, however often it is made.</summary>
    private bool IsSafe => Method == HttpMethod.Get || Method == HttpMethod.Head;

    internal DokuAttempt BeginAttempt()
    {
        var attempt = new DokuAttempt();
        lock (_gate)
        {
            _attempts.Add(attempt);
        }

        return attempt;
    }

    /// <summary>
    /// Whether a refusal settles the call. It doesn't while another attempt, or an earlier call that this one repeats,
    /// may have taken effect: the repeat of an order that exists is refused too.
    /// </summary>
    internal bool IsSettledBy(HttpResponseMessage refusal) =>
        IsSafe || !(IsRepeat || AnyMayHaveTakenEffect(besides: refusal));

    /// <summary>Why it isn't known how a call ended that failed with an exception.</summary>
    internal UnknownReason ReasonOf(Exception exception)
    {
        if (!AnyMayHaveTakenEffect(besides: null))
        {
            return UnknownReason.NotReached;
        }

        DokuAttempt last;
        lock (_gate)
        {
            last = _attempts[^1];
        }

        // A resilience handler has exceptions of its own for what the attempt below it told.
        return last.Status >= 500 ? UnknownReason.ServerFailed
            : last.WasCancelled || IsTimeout(exception) ? UnknownReason.TimedOut
            : UnknownReason.ConnectionLost;
    }

    internal OutcomeUnknown<TResponse> Unknown<TResponse>(
        UnknownReason reason,
        DateTimeOffset now,
        Exception? cause = null,
        ContractRefusal? refusal = null
    )
        where TResponse : class =>
        new(RequestId, reason, cause)
        {
            Refusal = refusal,
            StatusFrom = IsSafe ? null : now + StatusWait,
        };

    private bool AnyMayHaveTakenEffect(HttpResponseMessage? besides)
    {
        lock (_gate)
        {
            return _attempts.Exists(attempt =>
                attempt.MayHaveTakenEffect && (besides is null || attempt.Answer != besides)
            );
        }
    }

    private static bool IsTimeout(Exception exception) =>
        exception is OperationCanceledException or TimeoutException
        || exception.InnerException is TimeoutException;
}
