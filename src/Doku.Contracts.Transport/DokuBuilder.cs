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

    /// <summary>Registers a client generated from a schema of one's own: <c>AddClient&lt;IShippingClient&gt;(transport =&gt; new ShippingClient(transport))</c>. A named merchant's is keyed by the name.</summary>
    /// <typeparam name="TClient">The client's interface.</typeparam>
    /// <param name="create">Makes the client.</param>
    public DokuBuilder AddClient<TClient>(Func<IContractTransport, TClient> create)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(create);
        if (Name.Length == 0)
        {
            Services.AddSingleton(services =>
                create(services.GetRequiredService<IContractTransport>())
            );
        }
        else
        {
            Services.AddKeyedSingleton(
                Name,
                (services, name) =>
                    create(services.GetRequiredKeyedService<IContractTransport>(name))
            );
        }

        return this;
    }
}
