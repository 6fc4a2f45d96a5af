using Doku.Contracts.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport;

/// <summary>Registers DOKU's client.</summary>
public static class DokuServiceCollectionExtensions
{
    /// <summary>
    /// Registers the only merchant's clients, one for each contract of <c>Doku.Contracts</c>, a
    /// <see cref="IContractRecovery{TRequest, TResponse}"/> for each operation that makes orders, and the
    /// <see cref="IContractTransport"/> below them. The options are checked when the program starts.
    /// </summary>
    public static DokuBuilder AddDoku(
        this IServiceCollection services,
        Action<DokuOptions> configure
    ) => services.AddDoku(Options.DefaultName, configure);

    /// <summary>Registers one of several merchants; its clients, recoveries and <see cref="IContractTransport"/> are keyed by its name.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The merchant's name in this program.</param>
    /// <param name="configure">Sets the options.</param>
    public static DokuBuilder AddDoku(
        this IServiceCollection services,
        string name,
        Action<DokuOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<DokuOptions>(name).Configure(configure).ValidateOnStart();
        return AddTransport(services, name);
    }

    /// <summary>Registers the only merchant's client from a section of the configuration; a change of it needs no restart.</summary>
    public static DokuBuilder AddDoku(
        this IServiceCollection services,
        IConfigurationSection section
    ) => services.AddDoku(Options.DefaultName, section);

    /// <summary>Registers one of several merchants from a section of the configuration.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The merchant's name in this program.</param>
    /// <param name="section">The section, whose members are named after <see cref="DokuOptions"/>'s.</param>
    public static DokuBuilder AddDoku(
        this IServiceCollection services,
        string name,
        IConfigurationSection section
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<DokuOptions>(name).Bind(section).ValidateOnStart();
        return AddTransport(services, name);
    }

    private static DokuBuilder AddTransport(IServiceCollection services, string name)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new RecoveryLimits());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DokuOptions>, DokuOptionsRules>()
        );
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DokuOptions>, DokuAccountRules>()
        );
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, SigningFilter>()
        );
        var registration = new ContractRegistration(services, name);
        registration.Add<IContractTransport>(provider => CreateTransport(provider, name));
        AllContracts.Describe(registration);
        return new DokuBuilder(name, AddHttpClient(services, name));
    }

    private static DokuTransport CreateTransport(IServiceProvider services, string name) =>
        new(
            name,
            services.GetRequiredService<IHttpClientFactory>(),
            services.GetRequiredService<IOptionsMonitor<DokuOptions>>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<DokuTransport>>()
        );

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name) =>
        services
            .AddHttpClient(DokuClientName.Of(name))
            // The transport's own limit covers the answer's body too, and follows the injected clock.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    // A redirect leads to a path that nobody signed; cookies would tie one merchant's calls together.
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    // The framework's own activity would hold the path, and with it an invoice number; ours doesn't.
                    ActivityHeadersPropagator = null,
                    ConnectTimeout = TimeSpan.FromSeconds(10),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                }
            )
            // The factory's own loggers write the path, and with it the invoice number.
            .RemoveAllLoggers();
}
