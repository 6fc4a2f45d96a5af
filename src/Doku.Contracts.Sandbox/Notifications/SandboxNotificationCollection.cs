using System.Collections;
using System.Globalization;

namespace Doku.Contracts.Sandbox;

/// <summary>The notifications that the sandbox has made, oldest first. Safe to use from several threads.</summary>
public sealed class SandboxNotificationCollection : IReadOnlyCollection<SandboxNotification>
{
    private readonly Lock _gate = new();
    private readonly List<SandboxNotification> _notifications = [];
    private TaskCompletionSource _changed = NewSignal();
    private volatile bool _isHolding;

    internal SandboxNotificationCollection() { }

    /// <summary>Number of notifications.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _notifications.Count;
            }
        }
    }

    /// <summary>While true, notifications are made and held back; see <see cref="ReleaseAsync"/>.</summary>
    public bool IsHolding
    {
        get => _isHolding;
        set => _isHolding = value;
    }

    /// <summary>The notifications that are held back, oldest first.</summary>
    public IReadOnlyList<SandboxNotification> Held => this.Where(one => one.IsHeld).ToList();

    /// <summary>The notifications so far; later ones do not join a running enumeration.</summary>
    public IEnumerator<SandboxNotification> GetEnumerator()
    {
        lock (_gate)
        {
            return _notifications.ToList().GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Stops holding back and sends what was held, one after another: in the order in which it was made, or in another.
    /// </summary>
    /// <param name="order">Puts the held ones in order, such as <c>held =&gt; held.Reverse()</c>, or leaves some out; null keeps theirs.</param>
    /// <param name="cancellationToken">Ends the wait for the merchant.</param>
    /// <returns>How each fared.</returns>
    public async Task<IReadOnlyList<NotificationDelivery>> ReleaseAsync(
        Func<IReadOnlyList<SandboxNotification>, IEnumerable<SandboxNotification>>? order = null,
        CancellationToken cancellationToken = default
    )
    {
        var held = Held;
        IsHolding = false;
        var deliveries = new List<NotificationDelivery>();
        foreach (var one in order?.Invoke(held) ?? held)
        {
            deliveries.Add(await one.ReleaseAsync(cancellationToken).ConfigureAwait(false));
        }
        return deliveries;
    }

    /// <summary>Waits until there is a notification of which something is true; looks again after each attempt.</summary>
    /// <param name="predicate">What must be true of it.</param>
    /// <param name="timeout">How long to wait, in real time whatever the sandbox's clock does.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first notification of which it is true.</returns>
    /// <exception cref="TimeoutException">There was none in time; the message tells what there was.</exception>
    public async Task<SandboxNotification> WaitForAsync(
        Func<SandboxNotification, bool> predicate,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var end = new CancellationTokenSource(timeout);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }
            if (this.FirstOrDefault(predicate) is { } found)
            {
                return found;
            }
            try
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(
                    end.Token,
                    cancellationToken
                );
                await changed.WaitAsync(both.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(Describe(timeout));
            }
        }
    }

    internal void Add(SandboxNotification notification)
    {
        lock (_gate)
        {
            _notifications.Add(notification);
        }
        Changed();
    }

    internal void Changed()
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            signal = _changed;
            _changed = NewSignal();
        }
        signal.TrySetResult();
    }

    private string Describe(TimeSpan timeout)
    {
        var all = this.Select(one =>
            $"{one.InvoiceNumber} {one.Status}: {string.Join(", ", one.Attempts.Select(attempt => attempt.Outcome))}"
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"No such notification came within {timeout.TotalSeconds} s. There were {Count}: {string.Join("; ", all)}"
        );
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
