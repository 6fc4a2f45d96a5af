using Doku.Contracts.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Doku.Contracts.Transport;

/// <summary>Registers what contracts bring along, for one merchant: keyed by the merchant's name, where it has one.</summary>
internal sealed class ContractRegistration(IServiceCollection services, string merchant)
    : IContractVisitor
{
    private readonly object? _key = merchant.Length == 0 ? null : merchant;

    public void Client<TClient>(Func<IContractTransport, TClient> create)
        where TClient : class => Add(provider => create(Get<IContractTransport>(provider)));

    public void StatusCheck<TClient, TReport>(ContractStatusCheck<TClient, TReport> check)
        where TClient : class
        where TReport : class, IContract<TReport> =>
        Add<IOrderStatusCheck>(provider => new OrderStatusCheck<TClient, TReport>(
            Get<TClient>(provider),
            check
        ));

    public void Settlement<TClient, TRequest, TResponse, TReport>(
        ContractSettlement<TClient, TRequest, TResponse, TReport> settlement
    )
        where TClient : class
        where TRequest : class, IContract<TRequest>
        where TResponse : class, IContract<TResponse>
        where TReport : class, IContract<TReport> =>
        Add<IContractRecovery<TRequest, TResponse>>(provider => new ContractRecovery<
            TClient,
            TRequest,
            TResponse,
            TReport
        >(
            Get<TClient>(provider),
            settlement,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<RecoveryLimits>()
        ));

    // Which endpoint a notification goes to is the program's to say.
    public void Notification<TBody>(string name)
        where TBody : class, IContract<TBody> { }

    /// <summary>Registers a service, unless the program has one of its own.</summary>
    internal void Add<T>(Func<IServiceProvider, T> create)
        where T : class =>
        services.TryAdd(
            new ServiceDescriptor(
                typeof(T),
                _key,
                (provider, _) => create(provider),
                ServiceLifetime.Singleton
            )
        );

    private T Get<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredKeyedService<T>(_key);
}
