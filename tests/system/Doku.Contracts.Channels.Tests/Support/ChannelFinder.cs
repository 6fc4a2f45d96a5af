using Doku.Contracts.Runtime;

namespace Doku.Contracts.Channels.Tests.Support;

/// <summary>Finds every channel of the package, and the made-up one of this project.</summary>
internal sealed class ChannelFinder : IContractVisitor
{
    private readonly List<Channel> _found = [];

    internal static IReadOnlyList<Channel> Find()
    {
        var finder = new ChannelFinder();
        Contracts.AllContracts.Describe(finder);
        AllContracts.Describe(finder);
        return finder._found;
    }

    public void Settlement<TClient, TRequest, TResponse, TReport>(
        ContractSettlement<TClient, TRequest, TResponse, TReport> settlement
    )
        where TClient : class
        where TRequest : class, IContract<TRequest>
        where TResponse : class, IContract<TResponse>
        where TReport : class, IContract<TReport> =>
        _found.Add(new Channel<TClient, TRequest, TResponse, TReport>(settlement));
}
