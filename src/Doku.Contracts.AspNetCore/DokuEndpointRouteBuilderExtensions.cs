using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Maps notification endpoints.</summary>
public static class DokuEndpointRouteBuilderExtensions
{
    private static readonly string LogCategory = "Doku.Contracts.AspNetCore.Notifications";

    /// <summary>
    /// Takes DOKU's notifications at the path of the Notification URL. The raw body is verified before it is read; each
    /// notification reaches the handler once, however often DOKU sends it.
    /// <list type="table">
    /// <item><term>200</term><description>the handler has finished, now or before</description></item>
    /// <item><term>400</term><description>verified, but not this contract</description></item>
    /// <item><term>401</term><description>not verified, for whatever reason</description></item>
    /// <item><term>413</term><description>too large</description></item>
    /// <item><term>500</term><description>the handler failed; DOKU's retry reaches it again</description></item>
    /// <item><term>503</term><description>the handler is at work on it at this moment</description></item>
    /// </list>
    /// </summary>
    /// <typeparam name="T">The notification's contract.</typeparam>
    /// <param name="endpoints">The program's endpoints.</param>
    /// <param name="pattern">The path of the Notification URL.</param>
    /// <param name="handler">
    /// Works on a notification; its token ends with the program, not with the request. Be quick: DOKU doesn't say how
    /// long it waits. The ledger is <see cref="INotificationLedger"/> from the services, or one in memory.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>Adds rate limits, names and the like.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InvalidOperationException"><c>AddDoku</c> wasn't called.</exception>
    /// <exception cref="OptionsValidationException">The merchant wasn't added, or its options are wrong.</exception>
    public static IEndpointConventionBuilder MapDokuNotifications<T>(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<Verified<T>, IServiceProvider, CancellationToken, Task> handler,
        Action<DokuNotificationOptions>? configure = null
    )
        where T : class, IContract<T>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        var settings = new DokuNotificationOptions();
        configure?.Invoke(settings);
        Check(settings);
        var services = endpoints.ServiceProvider;
        var timeProvider =
            services.GetService<TimeProvider>()
            ?? throw new InvalidOperationException("Call AddDoku before MapDokuNotifications.");
        // Checks the options now: an unknown merchant must not wait for its first notification to be noticed.
        _ = services.GetRequiredService<IOptionsMonitor<DokuOptions>>().Get(settings.Merchant);
        var endpoint = new NotificationEndpoint<T>(
            settings,
            new InMemoryNotificationLedger(timeProvider),
            timeProvider,
            services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory),
            handler
        );
        // A request delegate, not a bound handler: binding would read the body before anyone verified it.
        return endpoints.MapPost(pattern, new RequestDelegate(endpoint.HandleAsync));
    }

    private static void Check(DokuNotificationOptions settings)
    {
        if (settings.MaxBodyBytes <= 0)
        {
            throw new ArgumentException("MaxBodyBytes must be above zero.", nameof(settings));
        }

        if (settings.RequestTarget is { } target && !target.StartsWith('/'))
        {
            throw new ArgumentException("RequestTarget must begin with a slash.", nameof(settings));
        }
    }
}
