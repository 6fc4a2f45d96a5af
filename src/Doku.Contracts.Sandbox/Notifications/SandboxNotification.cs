using Doku.Contracts.Sandbox.Clock;
using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox;

/// <summary>What a merchant is told of an order, with every attempt to tell it. Safe to use from several threads.</summary>
public sealed class SandboxNotification
{
    private readonly Lock _gate = new();
    private readonly NotificationDesk _desk;
    private readonly StoredNotification _stored;
    private readonly List<NotificationDelivery> _attempts = [];
    private ScheduledWork? _next;
    private DateTimeOffset? _firstAttemptAt;
    private int _retries;
    private bool _isHeld;

    internal SandboxNotification(
        NotificationDesk desk,
        SandboxOrder order,
        StoredNotification stored,
        IEnumerable<NotificationDelivery> attempts
    )
    {
        _desk = desk;
        _stored = stored;
        Order = order;
        _firstAttemptAt = stored.FirstAttemptAt;
        _retries = stored.Retries;
        _isHeld = stored.IsHeld;
        _attempts.AddRange(attempts);
    }

    /// <summary>The notification's own Request-Id, which each attempt carries.</summary>
    public string RequestId => _stored.RequestId;

    /// <summary>The Client-Id of the merchant who is told.</summary>
    public string ClientId => _stored.ClientId;

    /// <summary>The order's invoice number.</summary>
    public string InvoiceNumber => _stored.InvoiceNumber;

    /// <summary>The status that is told.</summary>
    public SandboxOrderStatus Status => _stored.Status;

    /// <summary>The body, the same bytes in each attempt.</summary>
    public ReadOnlyMemory<byte> Body => _stored.Body;

    /// <summary>When the notification was made, by the sandbox's clock.</summary>
    public DateTimeOffset CreatedAt => _stored.CreatedAt;

    /// <summary>Every attempt so far, first things first.</summary>
    public IReadOnlyList<NotificationDelivery> Attempts
    {
        get
        {
            lock (_gate)
            {
                return [.. _attempts];
            }
        }
    }

    /// <summary>When the next attempt is due, by the sandbox's clock; null when none is.</summary>
    public DateTimeOffset? NextAttemptAt
    {
        get
        {
            lock (_gate)
            {
                return _next is { IsCancelled: false } next ? next.Due : null;
            }
        }
    }

    /// <summary>True when the merchant acknowledged it at least once.</summary>
    public bool IsAcknowledged
    {
        get
        {
            lock (_gate)
            {
                return _attempts.Exists(one => one.IsAcknowledged);
            }
        }
    }

    /// <summary>True while it is held back.</summary>
    public bool IsHeld
    {
        get
        {
            lock (_gate)
            {
                return _isHeld;
            }
        }
    }

    internal SandboxOrder Order { get; }

    internal StoredNotification Stored
    {
        get
        {
            lock (_gate)
            {
                return _stored with
                {
                    FirstAttemptAt = _firstAttemptAt,
                    NextAttemptAt = NextAttemptAt,
                    Retries = _retries,
                    IsHeld = _isHeld,
                };
            }
        }
    }

    /// <summary>Sends it once more, apart from the schedule: the same id and body, with a new time stamp and signature.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant.</param>
    /// <returns>How it fared.</returns>
    public Task<NotificationDelivery> ResendAsync(CancellationToken cancellationToken = default) =>
        _desk.SendByHandAsync(this, cancellationToken);

    /// <summary>Sends several copies at once, as a network or a hasty sender would.</summary>
    /// <param name="copies">How many; at least 1, two by default.</param>
    /// <param name="cancellationToken">Ends the wait for the merchant.</param>
    /// <returns>How each fared.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="copies"/> is less than 1.</exception>
    public Task<NotificationDelivery[]> DuplicateAsync(
        int copies = 2,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        return Task.WhenAll(
            Enumerable.Range(0, copies).Select(_ => _desk.SendByHandAsync(this, cancellationToken))
        );
    }

    internal Task<NotificationDelivery> ReleaseAsync(CancellationToken cancellationToken) =>
        _desk.SendFirstAsync(this, cancellationToken);

    /// <summary>Takes an attempt down; gives the number of the retry that must follow, from 0, or null.</summary>
    internal int? Take(NotificationDelivery delivery, bool isScheduled)
    {
        lock (_gate)
        {
            _attempts.Add(delivery);
            _isHeld = delivery.Outcome == NotificationOutcome.Withheld;
            if (delivery.IsAcknowledged)
            {
                _next?.Dispose();
                return null;
            }
            if (!delivery.Left || !isScheduled)
            {
                return null;
            }
            _firstAttemptAt ??= delivery.At;
            return _attempts.Exists(one => one.IsAcknowledged) ? null : _retries++;
        }
    }

    internal DateTimeOffset FirstAttemptAt => Stored.FirstAttemptAt ?? CreatedAt;

    internal void Await(ScheduledWork? next)
    {
        lock (_gate)
        {
            _next = next;
        }
    }
}
