namespace Doku.Contracts.Runtime;

/// <summary>How an order's status is asked for. Generated from a <c>*.contract.json</c> file.</summary>
/// <typeparam name="TClient">The client's interface.</typeparam>
/// <typeparam name="TReport">The response.</typeparam>
public sealed class ContractStatusCheck<TClient, TReport>
    where TClient : class
    where TReport : class, IContract<TReport>
{
    /// <summary>The operation, with the places of the status and the order's number in its response.</summary>
    public required ContractOperation<TReport> Operation { get; init; }

    /// <summary>Asks by an order's number or by the Request-Id of the call that made it.</summary>
    public required Func<
        TClient,
        string,
        CancellationToken,
        Task<ContractOutcome<TReport>>
    > Ask { get; init; }

    /// <summary>Reads a status from its string in a body.</summary>
    public required Func<string, ContractStatus> ReadStatus { get; init; }
}

/// <summary>
/// How it is found out whether an operation took effect whose outcome isn't known. Generated from the
/// <c>settledBy</c> of an operation in a <c>*.contract.json</c> file.
/// </summary>
/// <typeparam name="TClient">The client's interface.</typeparam>
/// <typeparam name="TRequest">The operation's body.</typeparam>
/// <typeparam name="TResponse">The operation's response.</typeparam>
/// <typeparam name="TReport">The response of the operation that is asked.</typeparam>
public sealed class ContractSettlement<TClient, TRequest, TResponse, TReport>
    where TClient : class
    where TRequest : class, IContract<TRequest>
    where TResponse : class, IContract<TResponse>
    where TReport : class, IContract<TReport>
{
    /// <summary>The operation.</summary>
    public required ContractOperation<TRequest, TResponse> Operation { get; init; }

    /// <summary>Makes the call, or repeats it.</summary>
    public required Func<
        TClient,
        TRequest,
        ContractCall,
        CancellationToken,
        Task<ContractOutcome<TResponse>>
    > Send { get; init; }

    /// <summary>The operation that says how the order stands.</summary>
    public required ContractStatusCheck<TClient, TReport> Check { get; init; }
}
