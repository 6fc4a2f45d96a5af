using System.Data.Common;
using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Registers the notification ledger.</summary>
public static class DokuLedgerExtensions
{
    /// <summary>
    /// Keeps notifications in a database: endpoints store and acknowledge, a worker in this process calls the handlers.
    /// One ledger serves all merchants. <see cref="IOrderProgress"/> comes with it, in the same database.
    /// </summary>
    /// <param name="builder">The merchant's registration.</param>
    /// <param name="database">Which database it is.</param>
    /// <param name="source">
    /// Gives the data source: <c>NpgsqlDataSource.Create(…)</c>, or
    /// <c>SqliteFactory.Instance.CreateDataSource("Data Source=shop.db")</c>. Disposed with the services.
    /// </param>
    /// <param name="configure">Sets the options, which are checked when the program starts.</param>
    /// <exception cref="InvalidOperationException">There is a ledger already.</exception>
    public static DokuBuilder AddNotificationLedger(
        this DokuBuilder builder,
        NotificationDatabase database,
        Func<IServiceProvider, DbDataSource> source,
        Action<NotificationLedgerOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        _ = SqlDialect.Of(database);
        var services = builder.Services;
        EnsureNone(services);
        services.AddKeyedSingleton(typeof(LedgerDatabase), (provider, _) => source(provider));
        services.AddSingleton(provider => new LedgerDatabase(
            database,
            provider.GetRequiredKeyedService<DbDataSource>(typeof(LedgerDatabase)),
            provider.GetRequiredService<IOptions<NotificationLedgerOptions>>().Value.CreatesTables
        ));
        services.TryAddSingleton<IOrderProgress, DatabaseOrderProgress>();
        services.AddHostedService<LedgerPreparation>();
        services.AddHostedService<NotificationListener>();
        return builder.AddNotificationInbox(
            provider => new DatabaseNotificationInbox(
                provider.GetRequiredService<LedgerDatabase>(),
                provider.GetRequiredService<IOptions<NotificationLedgerOptions>>().Value,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<NotificationSignal>().Pulse
            ),
            configure
        );
    }

    /// <summary>Keeps notifications in an inbox of one's own making, with the same worker.</summary>
    /// <param name="builder">The merchant's registration.</param>
    /// <param name="inbox">Makes the inbox.</param>
    /// <param name="configure">Sets the options, which are checked when the program starts.</param>
    /// <exception cref="InvalidOperationException">There is a ledger already.</exception>
    public static DokuBuilder AddNotificationInbox(
        this DokuBuilder builder,
        Func<IServiceProvider, INotificationInbox> inbox,
        Action<NotificationLedgerOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(inbox);
        var services = builder.Services;
        EnsureNone(services);
        services.AddOptions<NotificationLedgerOptions>().ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<
                IValidateOptions<NotificationLedgerOptions>,
                NotificationLedgerRules
            >()
        );
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddSingleton(inbox);
        services.AddSingleton<INotificationLedger>(provider =>
            provider.GetRequiredService<INotificationInbox>()
        );
        services.TryAddSingleton<NotificationRoutes>();
        services.AddSingleton<NotificationSignal>();
        services.AddHostedService<NotificationWorker>();
        services.AddHostedService<NotificationHousekeeping>();
        services.AddHostedService<LedgerViewerCheck>();
        return builder;
    }

    private static void EnsureNone(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(INotificationLedger)))
        {
            throw new InvalidOperationException(
                "There is a notification ledger already: one serves all merchants."
            );
        }
    }
}
