using Doku.Contracts.Sandbox.Answers;
using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox;

/// <content>How an order changes, by whomever.</content>
public sealed partial class SandboxOrder
{
    internal IAnswerFacts Facts()
    {
        lock (_gate)
        {
            return new OrderFacts(this, Refresh(), _since);
        }
    }

    /// <summary>Keeps a new order, and lets its time run.</summary>
    internal void Open()
    {
        lock (_gate)
        {
            _context.Store.SaveOrder(_stored);
            Record(SandboxOrderEventKind.Created, CreatedAt, SandboxOrderCause.Call);
            RunTime();
        }
    }

    /// <summary>Takes up what a store kept.</summary>
    internal void Restore(IEnumerable<SandboxOrderEvent> events, SandboxNotification? latest)
    {
        lock (_gate)
        {
            _events.AddRange(events.OrderBy(one => one.At));
            _latest = latest;
            RunTime();
        }
    }

    /// <summary>Null when the order changed; otherwise why it may not.</summary>
    internal string? TryChange(OrderChange change, out SandboxNotification? notification)
    {
        lock (_gate)
        {
            notification = null;
            if (!change.Allows(Refresh()))
            {
                return OrderChange.Final(_status);
            }
            MoveTo(change.Next, _context.Now, change.Event, change.Cause);
            notification = Announce();
            return null;
        }
    }

    private Task<NotificationDelivery> ChangeAsync(
        OrderChange change,
        CancellationToken cancellationToken
    )
    {
        if (TryChange(change, out var notification) is { } reason)
        {
            throw new InvalidOperationException(
                $"Order '{InvoiceNumber}' can't become {change.Next}: {reason}."
            );
        }
        return notification is null
            ? Task.FromResult(NotificationDelivery.NothingToTell(_context.Now))
            : _notifications.SendFirstAsync(notification, cancellationToken);
    }

    internal void RecordDelivery(NotificationDelivery delivery)
    {
        lock (_gate)
        {
            _events.Add(
                new SandboxOrderEvent
                {
                    At = delivery.At,
                    Kind = SandboxOrderEventKind.Notified,
                    Cause = SandboxOrderCause.Clock,
                    Delivery = delivery,
                }
            );
        }
    }

    private void RunTime()
    {
        if (_status is SandboxOrderStatus.Pending or SandboxOrderStatus.Failed)
        {
            _expiry = _context.Clock.Schedule(ExpiresAt, TimeIsUpAsync);
        }
    }

    private Task TimeIsUpAsync()
    {
        SandboxNotification? notification;
        lock (_gate)
        {
            notification = Refresh() == SandboxOrderStatus.Expired ? Announce() : null;
        }
        return notification is null
            ? Task.CompletedTask
            : _notifications.SendFirstAsync(notification, CancellationToken.None);
    }

    private SandboxNotification? Announce() =>
        _notifications.Create(this, _status, _since) is { } notification
            ? _latest = notification
            : null;

    /// <summary>Whoever looks first finds the order expired; the clock's own work then tells the merchant.</summary>
    private SandboxOrderStatus Refresh()
    {
        if (
            _status is SandboxOrderStatus.Pending or SandboxOrderStatus.Failed
            && _context.Now >= ExpiresAt
        )
        {
            MoveTo(
                SandboxOrderStatus.Expired,
                ExpiresAt,
                SandboxOrderEventKind.Expired,
                SandboxOrderCause.Clock
            );
        }
        return _status;
    }

    private void MoveTo(
        SandboxOrderStatus status,
        DateTimeOffset at,
        SandboxOrderEventKind kind,
        SandboxOrderCause cause
    )
    {
        _status = status;
        _since = at;
        if (status != SandboxOrderStatus.Failed && cause != SandboxOrderCause.Clock)
        {
            _expiry?.Dispose();
        }
        _context.Store.SaveOrder(_stored with { Status = status, Since = at });
        Record(kind, at, cause);
    }

    private void Record(SandboxOrderEventKind kind, DateTimeOffset at, SandboxOrderCause cause)
    {
        var one = new SandboxOrderEvent
        {
            At = at,
            Kind = kind,
            Cause = cause,
        };
        _events.Add(one);
        _context.Store.AddOrderEvent(
            new StoredOrderEvent(ClientId, InvoiceNumber, at, kind, cause)
        );
        _context.Events.Add(
            new SandboxEvent
            {
                At = at,
                Kind = SandboxEventKind.OrderChanged,
                ClientId = ClientId,
                InvoiceNumber = InvoiceNumber,
                Order = this,
                OrderEvent = one,
            }
        );
    }
}
