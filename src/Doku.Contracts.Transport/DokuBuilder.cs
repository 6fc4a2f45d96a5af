using Doku.Contracts.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Transport;

/// <summary>Adds to one merchant's registration.</summary>
public sealed class DokuBuilder
{
    internal DokuBuilder(string name, IHttpClientBuilder httpClient)
    {
        Name = name;
        HttpClient = httpClient;
    }

    /// <summary>The merchant's name; empty for the only one.</summary>
    public string Name { get; }

    /// <summary>The program's services.</summary>
    public IServiceCollection Services => HttpClient.Services;

    /// <summary>
    /// The HTTP client, to add a resilience handler or another primary handler. Wherever a retrying handler stands, each
    /// attempt is signed anew and keeps the call's Request-Id.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>
    /// Registers what contract files of the program's own bring along: <c>AddContracts&lt;MyShop.AllContracts&gt;()</c>. A
    /// named merchant's clients and recoveries are keyed by the name.
    /// </summary>
    /// <typeparam name="TContracts">A generated description: of one contract, or all of a project's.</typeparam>
    public DokuBuilder AddContracts<TContracts>()
        where TContracts : IContractDescription
    {
        TContracts.Describe(new ContractRegistration(Services, Name));
        return this;
    }
}
