using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Adds the notification health check.</summary>
public static class DokuHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks that each merchant has a key that counts now (unhealthy) and for a while yet (degraded), that the inbox
    /// can be reached (unhealthy), holds nothing dead and keeps up (degraded).
    /// </summary>
    /// <param name="builder">The program's health checks.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="failureStatus">What to report instead of unhealthy; null for unhealthy.</param>
    /// <param name="tags">Tags to select checks by.</param>
    public static IHealthChecksBuilder AddDokuNotifications(
        this IHealthChecksBuilder builder,
        string name = "doku-notifications",
        Action<NotificationHealthOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = new NotificationHealthOptions();
        configure?.Invoke(settings);
        builder.Services.TryAddSingleton<NotificationRoutes>();
        return builder.Add(
            new HealthCheckRegistration(
                name,
                services => new NotificationHealthCheck(
                    settings,
                    services.GetRequiredService<NotificationRoutes>(),
                    services.GetService<INotificationLedger>(),
                    services.GetRequiredService<IOptionsMonitor<DokuOptions>>(),
                    services.GetRequiredService<TimeProvider>()
                ),
                failureStatus,
                tags
            )
        );
    }
}
