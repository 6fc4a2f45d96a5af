using System.Collections.Concurrent;
using Doku.Contracts.Sandbox.Faults;

namespace Doku.Contracts.Sandbox;

/// <summary>
/// Makes things go wrong: by name, or by a seed. What a seed decides for a call depends on the seed, the order and
/// the how-manieth call of that order it is, not on when it arrives among others: the same seed gives the same story,
/// in one thread or in many. Safe to use from several threads.
/// </summary>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<Scripted> _scripted = [];
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private volatile IFaultPlan? _plan;

    internal SandboxFaults() { }

    /// <summary>How late something slow or late is, by the sandbox's clock; 30 seconds by default.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How far the clock is off under <see cref="SandboxFault.ClockSkew"/>; one hour by default.</summary>
    public TimeSpan Skew { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Lets the next calls, or notifications, meet a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many in a row, such as a burst of server errors; at least 1.</param>
    /// <param name="where">Which ones; null is any.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Next(
        SandboxFault fault,
        int times = 1,
        Func<SandboxFaultTarget, bool>? where = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
        {
            _scripted.Add(new Scripted(fault, where) { Left = times });
        }
    }

    /// <summary>Lets calls and notifications meet faults by chance, the same ones whenever the seed is the same.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="probability">The share of calls and attempts that meet a fault: 0 to 1.</param>
    /// <param name="only">The faults to choose from; none named is all of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public void Seeded(int seed, double probability, params IReadOnlyList<SandboxFault> only)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        _plan = new SeededPlan(
            seed,
            probability,
            only.Count == 0 ? Enum.GetValues<SandboxFault>() : only
        );
    }

    /// <summary>Ends the faults, scripted and seeded.</summary>
    public void Clear()
    {
        _plan = null;
        lock (_gate)
        {
            _scripted.Clear();
        }
    }

    internal static bool BefallsNotifications(SandboxFault fault) =>
        fault
            is SandboxFault.LostNotification
                or SandboxFault.DuplicatedNotification
                or SandboxFault.LateNotification;

    internal void Follow(IFaultPlan plan) => _plan = plan;

    internal (SandboxFault? Fault, SandboxFaultTarget Target) DecideCall(
        string operation,
        string clientId,
        string requestId,
        string? invoice
    ) =>
        Decide(
            $"{clientId}|{operation}|{invoice ?? requestId}",
            operation,
            false,
            clientId,
            requestId,
            invoice
        );

    internal (SandboxFault? Fault, SandboxFaultTarget Target) DecideNotification(
        SandboxNotification notification
    ) =>
        Decide(
            $"{notification.ClientId}|notify|{notification.InvoiceNumber}|{notification.Status}",
            notification.Order.Operation.FullName,
            true,
            notification.ClientId,
            notification.RequestId,
            notification.InvoiceNumber
        );

    private (SandboxFault? Fault, SandboxFaultTarget Target) Decide(
        string key,
        string operation,
        bool isNotification,
        string clientId,
        string requestId,
        string? invoice
    )
    {
        var ordinal = _counts.AddOrUpdate(key, 1, (_, count) => count + 1);
        var target = new SandboxFaultTarget(
            operation,
            isNotification,
            clientId,
            requestId,
            invoice,
            ordinal
        )
        {
            Key = key[(clientId.Length + 1)..],
        };
        return (TakeScripted(target) ?? _plan?.Decide(target), target);
    }

    private SandboxFault? TakeScripted(SandboxFaultTarget target)
    {
        lock (_gate)
        {
            var next = _scripted.Find(one =>
                BefallsNotifications(one.Fault) == target.IsNotification
                && one.Where?.Invoke(target) != false
            );
            if (next is not null && --next.Left == 0)
            {
                _scripted.Remove(next);
            }
            return next?.Fault;
        }
    }

    private sealed record Scripted(SandboxFault Fault, Func<SandboxFaultTarget, bool>? Where)
    {
        internal int Left { get; set; }
    }
}
