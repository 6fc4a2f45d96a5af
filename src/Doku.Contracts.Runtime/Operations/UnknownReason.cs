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

    /// <summary>An answer of success came without a valid signature: anyone may have written it.</summary>
    AnswerNotVerified = 3,

    /// <summary>A verified answer of success came, but it can't be read.</summary>
    AnswerNotReadable = 4,
}
