using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Doku.Contracts.AspNetCore;

/// <summary>Marks the viewer's endpoints.</summary>
internal sealed record LedgerViewerMark(bool NeedsAuthorization);

/// <summary>
/// Stops a program's start whose viewer anybody could reach. It is looked at after the start, because authorization is
/// added after the mapping; until then the viewer's own check refuses.
/// </summary>
internal sealed class LedgerViewerCheck(IServiceProvider services) : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">A viewer has no authorization.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var open = services
            .GetService<EndpointDataSource>()
            ?.Endpoints.FirstOrDefault(endpoint =>
                endpoint.Metadata.GetMetadata<LedgerViewerMark>() is { NeedsAuthorization: true }
                && LedgerViewer.IsOpen(endpoint.Metadata)
            );
        return open is null
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"The ledger viewer's endpoint '{open.DisplayName}' could be reached by anybody: call RequireAuthorization on "
                    + "what MapDokuLedger returns, or set AllowsAnonymous where something else protects it."
            );
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
