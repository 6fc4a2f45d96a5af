using System.Diagnostics.CodeAnalysis;

namespace Doku.Contracts.Runtime;

/// <summary>
/// What a contract file, or every contract file of a project, brings along. Generated: <c>ShippingContract</c> for the
/// contract Shipping, and <c>AllContracts</c> for a project.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1000:Do not declare static members on generic types",
    Justification = "Static interface members."
)]
public interface IContractDescription
{
    /// <summary>Names everything to a visitor, in the order of the contract files' paths.</summary>
    /// <param name="visitor">Registers it, say.</param>
    static abstract void Describe(IContractVisitor visitor);
}

/// <summary>Takes in what a contract brings along, each with its types, so that no reflection is needed. What an
/// implementation leaves out is passed over.</summary>
public interface IContractVisitor
{
    /// <summary>A client.</summary>
    /// <typeparam name="TClient">The client's interface.</typeparam>
    /// <param name="create">Makes the client over a transport.</param>
    void Client<TClient>(Func<IContractTransport, TClient> create)
        where TClient : class { }

    /// <summary>An operation that says how an order stands.</summary>
    /// <typeparam name="TClient">The client's interface.</typeparam>
    /// <typeparam name="TReport">The response.</typeparam>
    /// <param name="check">How it is asked and read.</param>
    void StatusCheck<TClient, TReport>(ContractStatusCheck<TClient, TReport> check)
        where TClient : class
        where TReport : class, IContract<TReport> { }

    /// <summary>An operation of which it can be found out, after its outcome was lost, whether it took effect.</summary>
    /// <typeparam name="TClient">The client's interface.</typeparam>
    /// <typeparam name="TRequest">The operation's body.</typeparam>
    /// <typeparam name="TResponse">The operation's response.</typeparam>
    /// <typeparam name="TReport">The response of the operation that is asked.</typeparam>
    /// <param name="settlement">How it is repeated and asked for.</param>
    void Settlement<TClient, TRequest, TResponse, TReport>(
        ContractSettlement<TClient, TRequest, TResponse, TReport> settlement
    )
        where TClient : class
        where TRequest : class, IContract<TRequest>
        where TResponse : class, IContract<TResponse>
        where TReport : class, IContract<TReport> { }

    /// <summary>A message that the partner sends.</summary>
    /// <typeparam name="TBody">The message.</typeparam>
    /// <param name="name">The contract's and the notification's name: <c>Shipping.Delivered</c>.</param>
    void Notification<TBody>(string name)
        where TBody : class, IContract<TBody> { }
}
