using Microsoft.Extensions.Hosting;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>
/// The sandbox is a guest in another program: the usual console lifetime would take Ctrl+C away from its host.
/// </summary>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
