namespace Doku.Contracts.AspNetCore;

/// <summary>Wakes the worker of this process, and the part of it that wakes other processes.</summary>
internal sealed class NotificationSignal
{
    private readonly Signal _work = new();
    private readonly Signal _overflow = new();
    private volatile bool _isSaturated;

    /// <summary>Completes at the next pulse. Get it before looking for work, and no pulse goes by unseen.</summary>
    internal Task Next => _work.Next;

    /// <summary>Completes when there is, or may be, more work than this process has places for.</summary>
    internal Task NextOverflow => _overflow.Next;

    /// <summary>There may be work.</summary>
    internal void Pulse() => _work.Pulse();

    /// <summary>This process has stored something: its own work, or where it has no place, another's.</summary>
    internal void Stored()
    {
        _work.Pulse();
        if (_isSaturated)
        {
            _overflow.Pulse();
        }
    }

    /// <summary>The worker has looked for work.</summary>
    /// <param name="isFull">Whether it found as much as it had places for.</param>
    internal void Looked(bool isFull)
    {
        if (isFull && !_isSaturated)
        {
            _isSaturated = true;
            _overflow.Pulse();
        }

        _isSaturated = isFull;
    }

    private sealed class Signal
    {
        private volatile TaskCompletionSource _next = Fresh();

        internal Task Next => _next.Task;

        internal void Pulse() => Interlocked.Exchange(ref _next, Fresh()).SetResult();

        private static TaskCompletionSource Fresh() =>
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
