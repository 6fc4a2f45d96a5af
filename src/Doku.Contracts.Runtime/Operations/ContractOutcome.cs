namespace Doku.Contracts.Runtime;

/// <summary>
/// How a call ended: <see cref="Accepted{T}"/>, <see cref="Refused{T}"/> or <see cref="OutcomeUnknown{T}"/>, and nothing else.
/// </summary>
/// <typeparam name="T">The answer.</typeparam>
public abstract class ContractOutcome<T>
    where T : class
{
    private protected ContractOutcome(string requestId)
    {
        RequestId = requestId;
    }

    /// <summary>The idempotency key under which the call was made.</summary>
    public string RequestId { get; }

    /// <summary>Goes on with the one of three that happened.</summary>
    public abstract TResult Match<TResult>(
        Func<Accepted<T>, TResult> accepted,
        Func<Refused<T>, TResult> refused,
        Func<OutcomeUnknown<T>, TResult> unknown
    );

    /// <summary>The answer of an accepted call.</summary>
    /// <exception cref="ContractRefusedException">The partner refused the call.</exception>
    /// <exception cref="ContractOutcomeUnknownException">It isn't known whether the call took effect.</exception>
    public T EnsureAccepted() =>
        Match(
            accepted => accepted.Value,
            refused => throw new ContractRefusedException(refused.Refusal),
            unknown =>
                throw new ContractOutcomeUnknownException(
                    unknown.RequestId,
                    unknown.Reason,
                    unknown.Cause
                )
        );
}

/// <summary>The call took effect, and the answer's signature was verified.</summary>
public sealed class Accepted<T> : ContractOutcome<T>
    where T : class
{
    /// <summary>Makes the outcome.</summary>
    public Accepted(string requestId, T value, bool isReplay)
        : base(requestId)
    {
        Value = value;
        IsReplay = isReplay;
    }

    /// <summary>The answer.</summary>
    public T Value { get; }

    /// <summary>Whether this is the original answer, given again to a repeated call: nothing took effect twice.</summary>
    public bool IsReplay { get; }

    /// <inheritdoc/>
    public override TResult Match<TResult>(
        Func<Accepted<T>, TResult> accepted,
        Func<Refused<T>, TResult> refused,
        Func<OutcomeUnknown<T>, TResult> unknown
    )
    {
        ArgumentNullException.ThrowIfNull(accepted);
        return accepted(this);
    }
}

/// <summary>The partner refused the call; it took no effect.</summary>
public sealed class Refused<T> : ContractOutcome<T>
    where T : class
{
    /// <summary>Makes the outcome.</summary>
    public Refused(string requestId, ContractRefusal refusal)
        : base(requestId)
    {
        Refusal = refusal;
    }

    /// <summary>What the partner said.</summary>
    public ContractRefusal Refusal { get; }

    /// <inheritdoc/>
    public override TResult Match<TResult>(
        Func<Accepted<T>, TResult> accepted,
        Func<Refused<T>, TResult> refused,
        Func<OutcomeUnknown<T>, TResult> unknown
    )
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused(this);
    }
}

/// <summary>
/// It isn't known whether the call took effect. Don't make a new call: repeat this one under the same
/// <see cref="ContractOutcome{T}.RequestId"/>, or ask for the order's status. <see cref="NextStep"/> says it in words.
/// </summary>
public sealed class OutcomeUnknown<T> : ContractOutcome<T>
    where T : class
{
    /// <summary>Makes the outcome.</summary>
    public OutcomeUnknown(string requestId, UnknownReason reason, Exception? cause = null)
        : base(requestId)
    {
        Reason = reason;
        Cause = cause;
    }

    /// <summary>Why it isn't known.</summary>
    public UnknownReason Reason { get; }

    /// <summary>
    /// The failure underneath, where there was one. Its words are those of the network or of a handler that the program
    /// added.
    /// </summary>
    public Exception? Cause { get; }

    /// <summary>What the partner said to the last attempt, where it refused that and an earlier one may have taken effect.</summary>
    public ContractRefusal? Refusal { get; init; }

    /// <summary>
    /// The first moment from which the partner can say how the call stands; null for a call that changes nothing and
    /// only needs to be made again.
    /// </summary>
    public DateTimeOffset? StatusFrom { get; init; }

    /// <summary>What to do next, in words for a person who works on it.</summary>
    public string NextStep => UnknownSteps.Of(Reason, StatusFrom);

    /// <inheritdoc/>
    public override TResult Match<TResult>(
        Func<Accepted<T>, TResult> accepted,
        Func<Refused<T>, TResult> refused,
        Func<OutcomeUnknown<T>, TResult> unknown
    )
    {
        ArgumentNullException.ThrowIfNull(unknown);
        return unknown(this);
    }
}
