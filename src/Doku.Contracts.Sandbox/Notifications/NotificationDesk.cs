using System.Collections.Concurrent;
using Doku.Contracts.Sandbox.Answers;
using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox.Notifications;

/// <summary>Makes notifications, attempts them, and tries again on DOKU's schedule until one is acknowledged.</summary>
internal sealed class NotificationDesk(
    SandboxContext context,
    IReadOnlyList<TimeSpan> schedule,
    bool tellsExpiries
) : IDisposable
{
    private readonly NotificationPost _post = new(context.Clock);
    private readonly ConcurrentDictionary<Task, byte> _behind = new();

    internal SandboxNotificationCollection Notifications { get; } = new();

    /// <summary>The notification of a status, or null when DOKU tells nothing of it.</summary>
    internal SandboxNotification? Create(
        SandboxOrder order,
        SandboxOrderStatus status,
        DateTimeOffset since
    )
    {
        if (
            order.Operation.NotificationSchema is not { } schema
            || (status == SandboxOrderStatus.Expired && !tellsExpiries)
        )
        {
            return null;
        }
        var now = context.Now;
        var stored = new StoredNotification(
            Guid.CreateVersion7(now).ToString(),
            order.ClientId,
            order.InvoiceNumber,
            status,
            context.Answers.Write(schema, new OrderFacts(order, status, since)),
            now,
            FirstAttemptAt: null,
            NextAttemptAt: null,
            Retries: 0,
            IsHeld: false
        );
        context.Store.SaveNotification(stored);
        var notification = new SandboxNotification(this, order, stored, []);
        Notifications.Add(notification);
        return notification;
    }

    internal SandboxNotification Restore(
        SandboxOrder order,
        StoredNotification stored,
        IEnumerable<NotificationDelivery> attempts
    )
    {
        var notification = new SandboxNotification(this, order, stored, attempts);
        Notifications.Add(notification);
        if (stored.NextAttemptAt is { } due)
        {
            Schedule(notification, due);
        }
        else if (!stored.IsHeld && notification.Attempts.Count == 0)
        {
            // Made, and never sent: the sandbox ended in between.
            Schedule(notification, context.Now);
        }
        return notification;
    }

    internal Task<NotificationDelivery> SendFirstAsync(
        SandboxNotification notification,
        CancellationToken cancellationToken
    ) => AttemptAsync(notification, isScheduled: true, mayFail: true, cancellationToken);

    internal Task<NotificationDelivery> SendByHandAsync(
        SandboxNotification notification,
        CancellationToken cancellationToken
    ) => AttemptAsync(notification, isScheduled: false, mayFail: false, cancellationToken);

    /// <summary>Sends without letting the caller wait; <see cref="SettleAsync"/> does.</summary>
    internal void SendBehind(SandboxNotification? notification)
    {
        if (notification is null)
        {
            return;
        }
        var work = Task.Run(() => SendFirstAsync(notification, CancellationToken.None));
        _behind.TryAdd(work, 0);
        work.ContinueWith(done => _behind.TryRemove(done, out _), TaskScheduler.Default);
    }

    internal Task SettleAsync() => Task.WhenAll(_behind.Keys);

    public void Dispose() => _post.Dispose();

    private async Task<NotificationDelivery> AttemptAsync(
        SandboxNotification notification,
        bool isScheduled,
        bool mayFail,
        CancellationToken cancellationToken
    )
    {
        if (Notifications.IsHolding)
        {
            return Record(notification, NotificationOutcome.Withheld, isScheduled);
        }
        if (NotificationPost.AddressOf(notification) is not { } url)
        {
            return Record(notification, NotificationOutcome.NoAddress, isScheduled);
        }

        var (fault, target) = mayFail
            ? context.Faults.DecideNotification(notification)
            : (null, null);
        if (fault is not null)
        {
            context.Events.Add(
                Event(notification, SandboxEventKind.FaultInjected, null, fault, target)
            );
        }
        switch (fault)
        {
            case SandboxFault.LostNotification:
                return Record(
                    notification,
                    NotificationOutcome.Lost,
                    isScheduled,
                    url,
                    fault: fault
                );
            case SandboxFault.LateNotification:
                Schedule(notification, context.Now + context.Faults.Delay);
                return Record(
                    notification,
                    NotificationOutcome.Late,
                    isScheduled,
                    url,
                    fault: fault
                );
            case SandboxFault.DuplicatedNotification:
                var copy = SendAsync(
                    notification,
                    url,
                    isScheduled: false,
                    fault,
                    cancellationToken
                );
                var first = await SendAsync(
                        notification,
                        url,
                        isScheduled,
                        fault,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                await copy.ConfigureAwait(false);
                return first;
            default:
                return await SendAsync(notification, url, isScheduled, null, cancellationToken)
                    .ConfigureAwait(false);
        }
    }

    private async Task<NotificationDelivery> SendAsync(
        SandboxNotification notification,
        Uri url,
        bool isScheduled,
        SandboxFault? fault,
        CancellationToken cancellationToken
    )
    {
        var at = context.Now;
        var (outcome, status) = await _post
            .SendAsync(notification, url, cancellationToken)
            .ConfigureAwait(false);
        var delivery = Record(notification, outcome, isScheduled, url, status, fault, at);
        // Only now: an attempt that its caller gave up counts, and is repeated, like any other.
        cancellationToken.ThrowIfCancellationRequested();
        return delivery;
    }

    private void Schedule(SandboxNotification notification, DateTimeOffset due) =>
        notification.Await(
            context.Clock.Schedule(
                due,
                () =>
                {
                    notification.Await(null);
                    return AttemptAsync(notification, true, true, CancellationToken.None);
                }
            )
        );

    private NotificationDelivery Record(
        SandboxNotification notification,
        NotificationOutcome outcome,
        bool isScheduled,
        Uri? url = null,
        int? status = null,
        SandboxFault? fault = null,
        DateTimeOffset? at = null
    )
    {
        var delivery = new NotificationDelivery
        {
            At = at ?? context.Now,
            Outcome = outcome,
            Status = status,
            Url = url,
            Fault = fault,
            RequestId = notification.RequestId,
            Body = notification.Body,
        };
        if (notification.Take(delivery, isScheduled) is { } retry && retry < schedule.Count)
        {
            Schedule(notification, notification.FirstAttemptAt + schedule[retry]);
        }
        context.Store.AddDelivery(new StoredDelivery(notification.RequestId, delivery));
        context.Store.SaveNotification(notification.Stored);
        notification.Order.RecordDelivery(delivery);
        Notifications.Changed();
        context.Events.Add(Event(notification, SandboxEventKind.NotificationAttempted, delivery));
        return delivery;
    }

    private SandboxEvent Event(
        SandboxNotification notification,
        SandboxEventKind kind,
        NotificationDelivery? delivery,
        SandboxFault? fault = null,
        SandboxFaultTarget? target = null
    ) =>
        new()
        {
            At = context.Now,
            Kind = kind,
            ClientId = notification.ClientId,
            InvoiceNumber = notification.InvoiceNumber,
            Order = notification.Order,
            Notification = notification,
            Delivery = delivery,
            Fault = fault,
            Target = target,
        };
}
