using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>
/// Finds out what became of a call whose outcome isn't known. It repeats the call under the same Request-Id, which DOKU
/// answers with the original response (409) when it has the order, and else takes the order now; either way there is one
/// order. When a repeat is refused or nothing answers, it asks for the status, from 60 seconds on. <c>AddDoku</c> registers
/// one for each operation whose contract has <c>settledBy</c>; a named merchant's is keyed by the name.
/// </summary>
/// <typeparam name="TRequest">The operation's body.</typeparam>
/// <typeparam name="TResponse">The operation's response.</typeparam>
public interface IContractRecovery<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    /// <summary>Goes on from an outcome that isn't known.</summary>
    /// <inheritdoc cref="RecoverAsync(string, TRequest, CancellationToken)"/>
    /// <param name="unknown">How the call ended.</param>
    /// <param name="request">The order, exactly as it was sent.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<ContractOutcome<RecoveredOrder<TResponse>>> RecoverAsync(
        OutcomeUnknown<TResponse> unknown,
        TRequest request,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Goes on from what was stored before the call: after a restart nobody knows whether it was made at all. The outcome
    /// is there within <see cref="RecoveryLimits.MaxTime"/>.
    /// </summary>
    /// <param name="requestId">The Request-Id under which the call was, or was to be, made.</param>
    /// <param name="request">The order, exactly as it was stored: another order is a conflict under this Request-Id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>
    /// Accepted: DOKU has the order, once. Refused: DOKU doesn't have it and refuses it, or has another order under this
    /// Request-Id. Unknown: DOKU couldn't be asked, or what it said doesn't settle the matter; try later.
    /// </returns>
    /// <exception cref="ContractException">The order breaks its contract; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The waiting was ended; nothing more is known than before.</exception>
    Task<ContractOutcome<RecoveredOrder<TResponse>>> RecoverAsync(
        string requestId,
        TRequest request,
        CancellationToken cancellationToken
    );
}
