using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>What viewer and console need of a program's services.</summary>
internal static class LedgerServices
{
    private static readonly string LogCategory = "Doku.Contracts.AspNetCore.Ledger";

    internal static ILogger Logger(IServiceProvider services) =>
        services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);

    /// <exception cref="InvalidOperationException">There is no inbox.</exception>
    internal static LedgerCare Care(IServiceProvider services) =>
        new(
            services.GetService<INotificationInbox>()
                ?? throw new InvalidOperationException(
                    "There is no inbox to look after: call AddNotificationLedger or AddNotificationInbox."
                ),
            services.GetRequiredService<NotificationRoutes>(),
            services.GetRequiredService<TimeProvider>(),
            Logger(services)
        );
}
