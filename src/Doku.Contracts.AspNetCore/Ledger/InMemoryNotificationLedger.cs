namespace Doku.Contracts.AspNetCore;

/// <summary>
/// A ledger in this process's memory, the default. It forgets everything at a restart and is shared with no other
/// process: use it where the handler's own effect may be repeated, or for development.
/// </summary>
public sealed class InMemoryNotificationLedger : INotificationLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<NotificationKey, bool> _isDone = [];
    private readonly Queue<(NotificationKey Key, DateTimeOffset DoneAt)> _done = new();
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _retention;
    private readonly int _capacity;

    /// <summary>Makes an empty ledger.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="retention">
    /// How long a finished notification is remembered; 48 hours when null. DOKU sends again up to 12 hours after the
    /// first time, and later when somebody resends by hand.
    /// </param>
    /// <param name="capacity">How many finished notifications are remembered at most; the oldest go first.</param>
    public InMemoryNotificationLedger(
        TimeProvider timeProvider,
        TimeSpan? retention = null,
        int capacity = 100_000
    )
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _timeProvider = timeProvider;
        _retention = retention ?? TimeSpan.FromHours(48);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public ValueTask<LedgerEntryState> TryBeginAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            Forget();
            if (_isDone.TryGetValue(key, out var isDone))
            {
                return new(isDone ? LedgerEntryState.AlreadyDone : LedgerEntryState.InProgress);
            }

            _isDone.Add(key, false);
            return new(LedgerEntryState.Begun);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The notification wasn't claimed.</exception>
    public ValueTask CompleteAsync(NotificationKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            EnsureClaimed(key);
            _isDone[key] = true;
            _done.Enqueue((key, _timeProvider.GetUtcNow()));
            Forget();
            return default;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The notification wasn't claimed.</exception>
    public ValueTask AbandonAsync(NotificationKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            EnsureClaimed(key);
            _isDone.Remove(key);
            return default;
        }
    }

    private void EnsureClaimed(NotificationKey key)
    {
        if (!_isDone.TryGetValue(key, out var isDone) || isDone)
        {
            throw new InvalidOperationException("Nobody is working on this notification.");
        }
    }

    private void Forget()
    {
        var limit = _timeProvider.GetUtcNow() - _retention;
        while (_done.TryPeek(out var oldest) && (oldest.DoneAt <= limit || _done.Count > _capacity))
        {
            _done.Dequeue();
            _isDone.Remove(oldest.Key);
        }
    }
}
