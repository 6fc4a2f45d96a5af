namespace Doku.Contracts.AspNetCore;

/// <summary>
/// A ledger in this process's memory, the default. It forgets everything at a restart and is shared with no other
/// process: use it where the handler's own effect may be repeated, or for development.
/// </summary>
public sealed class InMemoryNotificationLedger : INotificationLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<NotificationKey, NotificationLease> _working = [];
    private readonly HashSet<NotificationKey> _done = [];
    private readonly Queue<(NotificationKey Key, DateTimeOffset DoneAt)> _doneInOrder = new();
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _retention;
    private readonly TimeSpan _leaseTime;
    private readonly int _capacity;
    private long _token;

    /// <summary>Makes an empty ledger.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="retention">
    /// How long a finished notification is remembered; 48 hours when null. DOKU sends again up to 12 hours after the
    /// first time, and later when somebody resends by hand.
    /// </param>
    /// <param name="capacity">How many finished notifications are remembered at most; the oldest go first.</param>
    /// <param name="leaseTime">How long a claim lasts unless renewed; five minutes when null.</param>
    public InMemoryNotificationLedger(
        TimeProvider timeProvider,
        TimeSpan? retention = null,
        int capacity = 100_000,
        TimeSpan? leaseTime = null
    )
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _timeProvider = timeProvider;
        _retention = retention ?? TimeSpan.FromHours(48);
        _leaseTime = leaseTime ?? NotificationLedgerOptions.DefaultLeaseTime;
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public ValueTask<LedgerClaim> TryBeginAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            Forget(now);
            if (_done.Contains(key))
            {
                return new(LedgerClaim.AlreadyDone);
            }

            if (_working.TryGetValue(key, out var other) && now < other.ExpiresAt)
            {
                return new(LedgerClaim.InProgress);
            }

            var attempt = (other?.Attempt ?? 0) + 1;
            var lease = new NotificationLease(key, ++_token, now + _leaseTime, attempt);
            _working[key] = lease;
            return new(LedgerClaim.Begun(lease));
        }
    }

    /// <inheritdoc/>
    public ValueTask<NotificationLease?> RenewAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(lease);
        lock (_gate)
        {
            return Holds(lease)
                ? new(
                    _working[lease.Key] = lease with
                    {
                        ExpiresAt = _timeProvider.GetUtcNow() + _leaseTime,
                    }
                )
                : default;
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(lease);
        lock (_gate)
        {
            if (!Holds(lease))
            {
                return new(false);
            }

            var now = _timeProvider.GetUtcNow();
            _working.Remove(lease.Key);
            _done.Add(lease.Key);
            _doneInOrder.Enqueue((lease.Key, now));
            Forget(now);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> AbandonAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(lease);
        lock (_gate)
        {
            return new(Holds(lease) && _working.Remove(lease.Key));
        }
    }

    private bool Holds(NotificationLease lease) =>
        _working.TryGetValue(lease.Key, out var current) && current.Token == lease.Token;

    private void Forget(DateTimeOffset now)
    {
        var limit = now - _retention;
        while (
            _doneInOrder.TryPeek(out var oldest)
            && (oldest.DoneAt <= limit || _doneInOrder.Count > _capacity)
        )
        {
            _doneInOrder.Dequeue();
            _done.Remove(oldest.Key);
        }
    }
}
