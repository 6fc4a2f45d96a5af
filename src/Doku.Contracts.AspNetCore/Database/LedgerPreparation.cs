using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// Creates or checks the tables when the program starts. Wrong tables stop the program; a database that is down doesn't,
/// since endpoints and worker look again by themselves.
/// </summary>
internal sealed class LedgerPreparation(LedgerDatabase database, ILogger<LedgerPreparation> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.PrepareAsync(cancellationToken);
        }
        catch (Exception exception)
            when (exception is not LedgerSchemaException
                && !cancellationToken.IsCancellationRequested
            )
        {
            NotificationLog.InboxDown(logger, exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
