using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Registers the reconciler.</summary>
public static class DokuReconciliationExtensions
{
    /// <summary>
    /// Asks DOKU about this merchant's orders that stay pending, for the case that a notification never comes: because its
    /// URL, which is set per channel, was forgotten, say. What DOKU says then reaches the handler of
    /// <c>MapDokuNotifications</c> through the same ledger as a notification; see <see cref="Verified{T}.IsReconciled"/>.
    /// </summary>
    /// <param name="builder">The merchant's registration.</param>
    /// <param name="source">
    /// Gives the pending orders, from a scope of services for each round. Null takes the registered
    /// <see cref="IOrderProgress"/>, which knows the orders that were reported to it as pending, or as failed, and no
    /// others: report an order as pending when DOKU has taken it.
    /// </param>
    /// <param name="configure">Sets the options, which are checked when the program starts.</param>
    /// <exception cref="InvalidOperationException">It was called for this merchant before.</exception>
    public static DokuBuilder AddReconciliation(
        this DokuBuilder builder,
        Func<IServiceProvider, IPendingOrders>? source = null,
        Action<ReconciliationOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, merchant) = (builder.Services, builder.Name);
        if (
            services.Any(service =>
                service.ServiceType == typeof(Reconciler) && Equals(service.ServiceKey, merchant)
            )
        )
        {
            throw new InvalidOperationException(
                $"The reconciliation of merchant '{merchant}' was added before."
            );
        }

        services.AddOptions<ReconciliationOptions>(merchant).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<
                IValidateOptions<ReconciliationOptions>,
                ReconciliationRules
            >()
        );
        if (configure is not null)
        {
            services.Configure(merchant, configure);
        }

        services.TryAddSingleton<NotificationReceivers>();
        services.AddKeyedSingleton(
            merchant,
            (provider, _) =>
                new Reconciler(
                    merchant,
                    provider,
                    source ?? Progress,
                    provider
                        .GetRequiredService<IOptionsMonitor<ReconciliationOptions>>()
                        .Get(merchant),
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ILogger<Reconciler>>()
                )
        );
        services.AddSingleton<IHostedService>(provider =>
            provider.GetRequiredKeyedService<Reconciler>(merchant)
        );
        return builder;
    }

    private static IPendingOrders Progress(IServiceProvider services) =>
        services.GetService<IOrderProgress>() as IPendingOrders
        ?? throw new InvalidOperationException(
            "The reconciliation needs a source of pending orders: there is no order progress that lists them."
        );
}
