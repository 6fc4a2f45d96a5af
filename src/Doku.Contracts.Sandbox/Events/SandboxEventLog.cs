using System.Runtime.CompilerServices;

namespace Doku.Contracts.Sandbox;

/// <summary>
/// What happens in the sandbox, numbered, for tests and live displays. The latest
/// <see cref="DokuSandboxOptions.EventCapacity"/> events are kept. Safe to use from several threads.
/// </summary>
public sealed class SandboxEventLog
{
    private readonly Lock _gate = new();
    private readonly Queue<SandboxEvent> _latest = new();
    private readonly int _capacity;
    private readonly Action<SandboxEvent> _sink;
    private TaskCompletionSource _changed = NewSignal();
    private long _sequence;
    private bool _closed;

    internal SandboxEventLog(int capacity, Action<SandboxEvent> sink)
    {
        _capacity = capacity;
        _sink = sink;
    }

    /// <summary>Number of the latest event; 0 before the first.</summary>
    public long LatestSequence
    {
        get
        {
            lock (_gate)
            {
                return _sequence;
            }
        }
    }

    /// <summary>The kept events after a number, oldest first.</summary>
    /// <param name="sequence">The number after which to begin; 0 is from the start.</param>
    public IReadOnlyList<SandboxEvent> After(long sequence)
    {
        lock (_gate)
        {
            return _latest.Where(one => one.Sequence > sequence).ToList();
        }
    }

    /// <summary>
    /// The events after a number, and then each new one as it happens, until the sandbox is disposed. A reader that
    /// falls behind by more than the capacity misses events, which the gap in the numbers shows.
    /// </summary>
    /// <param name="sequence">The number after which to begin; 0 is from the start.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<SandboxEvent> ReadAsync(
        long sequence = 0,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        while (true)
        {
            Task changed;
            bool closed;
            lock (_gate)
            {
                changed = _changed.Task;
                closed = _closed;
            }
            foreach (var one in After(sequence))
            {
                sequence = one.Sequence;
                yield return one;
            }
            if (closed)
            {
                yield break;
            }
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal void Add(SandboxEvent one)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            one.Sequence = ++_sequence;
            _latest.Enqueue(one);
            if (_latest.Count > _capacity)
            {
                _latest.Dequeue();
            }
            // Inside, so that a recording has the events in their order.
            _sink(one);
            signal = _changed;
            _changed = NewSignal();
        }
        signal.TrySetResult();
    }

    internal void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _changed.TrySetResult();
        }
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
