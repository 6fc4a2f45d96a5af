using System.Collections.Concurrent;
using System.Threading.Channels;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.LedgerCampaign.Hosts;
using Doku.Contracts.LedgerCampaign.Planning;

namespace Doku.Contracts.LedgerCampaign.Faults;

/// <summary>Brings about what the plan says, each fault at its moment, whatever else is wrong then.</summary>
internal sealed class FaultInjector(CampaignServer server, HostGroup hosts, PlannedFault[] faults)
    : IDisposable
{
    // What concerns the server as a whole is done one after the other.
    private readonly SemaphoreSlim _server = new(1);
    private readonly ConcurrentDictionary<FaultKind, int> _done = new();
    private readonly Channel<PlannedFault> _due = Channel.CreateUnbounded<PlannedFault>();
    private readonly Queue<PlannedFault> _left = new(faults.OrderBy(fault => fault.Moment));

    /// <summary>How often each was brought about.</summary>
    internal IReadOnlyDictionary<FaultKind, int> Done => _done;

    public void Dispose() => _server.Dispose();

    /// <summary>Tells how many deliveries are acknowledged.</summary>
    internal void Advance(int acknowledged)
    {
        lock (_left)
        {
            while (_left.TryPeek(out var next) && next.Moment <= acknowledged)
            {
                _due.Writer.TryWrite(_left.Dequeue());
            }

            if (_left.Count == 0)
            {
                _due.Writer.TryComplete();
            }
        }
    }

    /// <summary>Returns when all faults have come and gone, or one couldn't be brought about or undone.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            _due.Reader.ReadAllAsync(cancellationToken),
            new ParallelOptions
            {
                // As many at once as are due.
                MaxDegreeOfParallelism = Math.Max(1, faults.Length),
                CancellationToken = cancellationToken,
            },
            async (fault, cancel) => await InjectAsync(fault, cancel)
        );
    }

    private async Task InjectAsync(PlannedFault fault, CancellationToken cancellationToken)
    {
        var host = hosts[fault.Host];
        switch (fault.Kind)
        {
            case FaultKind.KillProcess:
                await host.KillAsync(cancellationToken);
                break;
            case FaultKind.JumpClock:
                host.Jump(fault.ClockOffset);
                await Task.Delay(fault.Duration * 2, cancellationToken);
                host.Jump(TimeSpan.Zero);
                break;
            case FaultKind.StallNetwork:
                await server.NetworkOf(fault.Host).StallAsync(fault.Duration);
                break;
            case FaultKind.LoseResponses:
                await server.NetworkOf(fault.Host).LoseResponsesAsync(fault.Duration);
                break;
            case FaultKind.CutNetwork:
                await server.NetworkOf(fault.Host).RefuseAsync(fault.Duration);
                break;
            case FaultKind.RefuseToOpen:
                host.Tell("unopenable on");
                await Task.Delay(fault.Duration, cancellationToken);
                host.Tell("unopenable off");
                break;
            case FaultKind.FillDisk when server.Database.Kind == NotificationDatabase.Sqlite:
                host.Tell("full on");
                await Task.Delay(fault.Duration, cancellationToken);
                host.Tell("full off");
                break;
            default:
                await InjectInServerAsync(fault, cancellationToken);
                break;
        }

        _done.AddOrUpdate(fault.Kind, 1, (_, count) => count + 1);
    }

    private async Task InjectInServerAsync(PlannedFault fault, CancellationToken cancellationToken)
    {
        await _server.WaitAsync(cancellationToken);
        try
        {
            switch (fault.Kind)
            {
                case FaultKind.KillServer:
                    await server.Cluster.KillAsync();
                    await Task.Delay(fault.Duration / 2, cancellationToken);
                    await server.Cluster.StartAsync();
                    break;
                case FaultKind.TerminateSessions:
                    await server.TerminateAsync(cancellationToken);
                    break;
                case FaultKind.LockFile:
                    await server.LockAsync(fault.Duration, cancellationToken);
                    break;
                default:
                    await server.FillAsync(
                        fault.Kind == FaultKind.FillDiskAtCommit,
                        fault.Duration,
                        cancellationToken
                    );
                    break;
            }
        }
        finally
        {
            _server.Release();
        }
    }
}
