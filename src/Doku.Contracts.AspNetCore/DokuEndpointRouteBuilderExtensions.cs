using System.Runtime.CompilerServices;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Maps notification endpoints.</summary>
public static class DokuEndpointRouteBuilderExtensions
{
    private static readonly string LogCategory = "Doku.Contracts.AspNetCore.Notifications";

    // Where nothing else asks for the endpoints: their names are keys of the ledger.
    private static readonly ConditionalWeakTable<IServiceProvider, NotificationRoutes> Routes = [];

    // All endpoints of a program share it: an order's reports may come to several.
    private static readonly ConditionalWeakTable<IServiceProvider, InMemoryOrderProgress> Memory =
    [];

    /// <summary>
    /// Takes DOKU's notifications at the path of the Notification URL. The raw body is verified before it is read; each
    /// notification reaches the handler until it has succeeded once, however often DOKU sends it.
    /// <list type="table">
    /// <item><term>200</term><description>stored (inbox), or the handler has finished (inline), now or before; or kept as a dead letter</description></item>
    /// <item><term>400</term><description>verified, but not this contract (where the ledger keeps no dead letters)</description></item>
    /// <item><term>401</term><description>refused, for whatever reason</description></item>
    /// <item><term>500</term><description>the handler failed; DOKU's retry reaches it again (inline)</description></item>
    /// <item><term>503</term><description>the ledger can't be reached, the merchant's options are wrong, or the handler is at work on it at this moment (inline)</description></item>
    /// </list>
    /// </summary>
    /// <typeparam name="T">The notification's contract.</typeparam>
    /// <param name="endpoints">The program's endpoints.</param>
    /// <param name="pattern">The path of the Notification URL.</param>
    /// <param name="handler">
    /// Works on a notification; its token ends with the program or the lease, not with the request. An effect in the transaction of
    /// <see cref="NotificationScope.BeginTransactionAsync"/> happens exactly once; any other at least once.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>Adds rate limits, names and the like.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InvalidOperationException"><c>AddDoku</c> wasn't called, inbox mode lacks an inbox, or the endpoint's name is taken.</exception>
    /// <exception cref="OptionsValidationException">The merchant wasn't added, or its options are wrong.</exception>
    public static IEndpointConventionBuilder MapDokuNotifications<T>(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<Verified<T>, NotificationScope, CancellationToken, Task> handler,
        Action<DokuNotificationOptions>? configure = null
    )
        where T : class, IContract<T>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(handler);
        var settings = new DokuNotificationOptions();
        configure?.Invoke(settings);
        settings.Check();
        var services = endpoints.ServiceProvider;
        var timeProvider =
            services.GetService<TimeProvider>()
            ?? throw new InvalidOperationException("Call AddDoku before MapDokuNotifications.");
        // Checks the options now: an unknown merchant must not wait for its first notification to be noticed.
        var accounts = services.GetRequiredService<IOptionsMonitor<DokuOptions>>();
        _ = accounts.Get(settings.Merchant);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);
        var route = new NotificationRoute<T>(settings.Name ?? pattern, handler);
        // Whatever the mode: the worker takes what this endpoint stored when it had another.
        var routes = services.GetService<NotificationRoutes>() ?? Routes.GetOrCreateValue(services);
        routes.AddMerchant(settings.Merchant);
        routes.Add(route);
        var receiver = Receiver(settings, route, services, timeProvider, logger);
        services.GetService<NotificationReceivers>()?.Add(route.Name, settings.Merchant, receiver);
        var endpoint = new NotificationEndpoint(
            route.Name,
            settings,
            accounts,
            receiver,
            timeProvider,
            logger
        );
        // A request delegate, not a bound handler: binding would read the body before anyone verified it.
        return endpoints.MapPost(pattern, new RequestDelegate(endpoint.HandleAsync));
    }

    private static INotificationReceiver Receiver(
        DokuNotificationOptions settings,
        NotificationRoute route,
        IServiceProvider services,
        TimeProvider timeProvider,
        ILogger logger
    )
    {
        var ledger =
            services.GetService<INotificationLedger>()
            ?? new InMemoryNotificationLedger(timeProvider);
        // Memory may forget what a ledger in memory forgets too, and nothing that another ledger keeps.
        var progress =
            ledger is InMemoryNotificationLedger
                ? Memory.GetValue(services, _ => new InMemoryOrderProgress(timeProvider))
                : null;
        if (
            progress is null
            && services.GetService<IServiceProviderIsService>()?.IsService(typeof(IOrderProgress))
                == false
        )
        {
            NotificationLog.NoOrderProgress(logger);
        }

        var stopping =
            services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
        var inbox =
            ledger is INotificationInbox keeping
            && services.GetService<NotificationSignal>() is { } signal
                ? new InboxReceiver(
                    route,
                    keeping,
                    signal,
                    settings.OrderPointer is { } pointer ? new OrderPointer(pointer) : null,
                    logger,
                    stopping
                )
                : null;
        if (
            settings.Mode == NotificationMode.Inline
            || (settings.Mode == NotificationMode.Auto && ledger is not INotificationInbox)
        )
        {
            var runner = new NotificationRunner(
                ledger,
                progress,
                services
                    .GetRequiredService<IOptions<NotificationLedgerOptions>>()
                    .Value.ClassifyFailure,
                timeProvider,
                logger
            );
            return new InlineReceiver(route, ledger, runner, inbox, logger, stopping);
        }

        return inbox
            ?? throw new InvalidOperationException(
                "Inbox mode needs an inbox and its worker: call AddNotificationLedger or AddNotificationInbox."
            );
    }
}
