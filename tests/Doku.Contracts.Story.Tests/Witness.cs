using System.Collections.Concurrent;
using System.Globalization;
using Doku.Contracts.Sandbox;

namespace Doku.Contracts.Story.Tests;

/// <summary>Reads along what happens in the sandbox: which faults, and how often a Request-Id made an order.</summary>
internal sealed class Witness(DokuSandbox sandbox, StoryClock clock)
{
    private readonly ConcurrentDictionary<string, SortedSet<string>> _faults = new(
        StringComparer.Ordinal
    );
    private long _latest;

    internal ConcurrentDictionary<string, int> OrdersByRequest { get; } =
        new(StringComparer.Ordinal);

    internal ConcurrentDictionary<SandboxFault, int> Faults { get; } = new();

    internal long Missed { get; private set; }

    /// <summary>The faults that befell an order, in the order of the calls and attempts that they befell.</summary>
    internal string FaultsOf(string invoice) =>
        _faults.TryGetValue(invoice, out var faults) ? string.Join(' ', faults) : "";

    /// <summary>Reads until the sandbox ends.</summary>
    internal async Task WatchAsync(CancellationToken cancellationToken)
    {
        await foreach (var one in sandbox.Events.ReadAsync(0, cancellationToken))
        {
            Missed += one.Sequence - _latest - 1;
            _latest = one.Sequence;
            switch (one.Kind)
            {
                case SandboxEventKind.OrderChanged
                    when one.OrderEvent!.Kind == SandboxOrderEventKind.Created:
                    OrdersByRequest.AddOrUpdate(one.Order!.RequestId, 1, (_, count) => count + 1);
                    break;
                case SandboxEventKind.FaultInjected:
                    Note(one.Target!, one.Fault!.Value);
                    break;
            }
        }
    }

    private void Note(SandboxFaultTarget target, SandboxFault fault)
    {
        Faults.AddOrUpdate(fault, 1, (_, count) => count + 1);
        var kind = target.IsNotification ? "notification" : target.Operation;
        _faults
            .GetOrAdd(target.InvoiceNumber ?? target.RequestId, _ => new(StringComparer.Ordinal))
            .Add(
                string.Create(CultureInfo.InvariantCulture, $"{kind}:{target.Ordinal:00}:{fault}")
            );
        if (fault == SandboxFault.SlowHeaders)
        {
            // Its caller waits now, by the clock alone, until the attempt's limit.
            clock.Work(-1);
        }
    }
}
