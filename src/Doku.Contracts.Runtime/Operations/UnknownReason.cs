namespace Doku.Contracts.Runtime;

/// <summary>Why the outcome of a call isn't known.</summary>
public enum UnknownReason
{
    /// <summary>The connection failed before a whole answer had come.</summary>
    ConnectionLost = 0,

    /// <summary>No whole answer came in time.</summary>
    TimedOut = 1,

    /// <summary>The partner's server failed (HTTP 5xx), before or after the call took effect.</summary>
    ServerFailed = 2,

    /// <summary>
    /// An answer came without a valid signature, and not in the form of the partner's own errors either: anyone may have
    /// written it, a gateway on the way for one.
    /// </summary>
    AnswerNotVerified = 3,

    /// <summary>A verified answer of success came, but it can't be read.</summary>
    AnswerNotReadable = 4,

    /// <summary>
    /// No attempt of this call can have taken effect: no connection could be made, each attempt was turned away, or a
    /// handler of the program stopped the call. Only a call made earlier under the same Request-Id may have taken effect.
    /// </summary>
    NotReached = 5,

    /// <summary>
    /// The partner refused an attempt, but another attempt under the same Request-Id got no clear answer and may have
    /// taken effect. <see cref="OutcomeUnknown{T}.Refusal"/> holds what the partner said.
    /// </summary>
    RefusedLater = 6,

    /// <summary>
    /// A verified answer of success came, but it names another order or amount than the request: it isn't known what the
    /// partner took, and money may move.
    /// </summary>
    AnotherOrder = 7,
}
