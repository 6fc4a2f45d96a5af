namespace Doku.Contracts.Runtime;

/// <summary>Carries the calls of generated clients: validates, writes, signs, sends, verifies, reads.</summary>
public interface IContractTransport
{
    /// <summary>Makes a call without a body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="target">The operation's path, its parameters filled in and percent-encoded.</param>
    /// <param name="call">What the caller decides.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<ContractOutcome<TResponse>> SendAsync<TResponse>(
        ContractOperation<TResponse> operation,
        string target,
        ContractCall call,
        CancellationToken cancellationToken
    )
        where TResponse : class, IContract<TResponse>;

    /// <summary>Makes a call with a body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="target">The operation's path, its parameters filled in and percent-encoded.</param>
    /// <param name="request">The body.</param>
    /// <param name="call">What the caller decides.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ContractException">The body breaks its contract; nothing was sent.</exception>
    Task<ContractOutcome<TResponse>> SendAsync<TRequest, TResponse>(
        ContractOperation<TRequest, TResponse> operation,
        string target,
        TRequest request,
        ContractCall call,
        CancellationToken cancellationToken
    )
        where TRequest : class, IContract<TRequest>
        where TResponse : class, IContract<TResponse>;
}
