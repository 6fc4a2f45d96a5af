using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox;

/// <summary>
/// An order that the sandbox has accepted. The methods do what a customer does on the payment page, without a
/// browser. Safe to use from several threads.
/// </summary>
public sealed class SandboxOrder
{
    private readonly Lock _gate = new();
    private readonly NotificationSender _sender;
    private readonly TimeProvider _timeProvider;
    private readonly OrderTerms _terms;
    private readonly List<SandboxOrderEvent> _events = [];
    private SandboxOrderStatus _status = SandboxOrderStatus.Pending;
    private DateTimeOffset _since;
    private Notification? _latest;

    internal SandboxOrder(
        SandboxOperation operation,
        string requestId,
        byte[] requestBody,
        JsonElement root,
        Uri baseAddress,
        NotificationSender sender,
        TimeProvider timeProvider
    )
    {
        Operation = operation;
        RequestId = requestId;
        RequestBody = requestBody;
        _sender = sender;
        _timeProvider = timeProvider;
        _terms = new OrderTerms(root);
        CreatedAt = _since = timeProvider.GetUtcNow();
        ExpiresAt = CreatedAt + _terms.TimeToPay;
        Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        PaymentUrl = new Uri(baseAddress, $"{operation.Contract.ToLowerInvariant()}/pay/{Token}");
        AcceptedBody = OrderBodies.Accepted(this);
        Record(SandboxOrderEventKind.Created, CreatedAt);
    }

    /// <summary>The merchant's invoice number.</summary>
    public string InvoiceNumber => _terms.InvoiceNumber;

    /// <summary>The Request-Id of the call that made the order.</summary>
    public string RequestId { get; }

    /// <summary>The amount to pay, in whole rupiah.</summary>
    public long Amount => _terms.Amount;

    /// <summary>The merchant's own reference, when it sent one.</summary>
    public string? MerchantUniqueReference => _terms.MerchantUniqueReference;

    /// <summary>What is bought.</summary>
    public IReadOnlyList<SandboxOrderLine> Lines => _terms.Lines;

    /// <summary>The payment page; its address can't be guessed.</summary>
    public Uri PaymentUrl { get; }

    /// <summary>When the order was accepted.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When the time to pay ends.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Where the order stands now.</summary>
    public SandboxOrderStatus Status
    {
        get
        {
            lock (_gate)
            {
                return Refresh();
            }
        }
    }

    /// <summary>What happened to the order so far, first things first.</summary>
    public IReadOnlyList<SandboxOrderEvent> Events
    {
        get
        {
            lock (_gate)
            {
                Refresh();
                return [.. _events];
            }
        }
    }

    internal SandboxOperation Operation { get; }

    internal byte[] RequestBody { get; }

    internal byte[] AcceptedBody { get; }

    internal string Token { get; }

    internal string Acquirer => Operation.Contract.ToUpperInvariant();

    internal Uri? CallbackUrl => _terms.CallbackUrl;

    internal Uri? CancelUrl => _terms.CancelUrl;

    /// <summary>Pays the order and notifies the merchant.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant; the order stays paid.</param>
    /// <returns>How the notification fared.</returns>
    /// <exception cref="InvalidOperationException">The order is already paid or has expired.</exception>
    public Task<NotificationDelivery> PayAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(SandboxOrderStatus.Success, SandboxOrderEventKind.Paid, cancellationToken);

    /// <summary>Declines the payment and notifies the merchant; the customer may still try again.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant; the payment stays declined.</param>
    /// <returns>How the notification fared.</returns>
    /// <exception cref="InvalidOperationException">The order is already paid or has expired.</exception>
    public Task<NotificationDelivery> DeclineAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(SandboxOrderStatus.Failed, SandboxOrderEventKind.Declined, cancellationToken);

    /// <summary>
    /// Leaves the payment page without paying. The order waits on until it expires, and DOKU tells nothing:
    /// the outcome is always <see cref="NotificationOutcome.NothingToTell"/>.
    /// </summary>
    /// <param name="cancellationToken">Not used: nothing is waited for.</param>
    public Task<NotificationDelivery> CancelAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (Refresh() is SandboxOrderStatus.Pending or SandboxOrderStatus.Failed)
            {
                Record(SandboxOrderEventKind.Cancelled, _timeProvider.GetUtcNow());
            }
        }
        return Task.FromResult(
            new NotificationDelivery
            {
                At = _timeProvider.GetUtcNow(),
                Outcome = NotificationOutcome.NothingToTell,
            }
        );
    }

    /// <summary>Sends the latest notification once more: the same id and body, with a new time stamp and signature.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant.</param>
    /// <returns>How it fared.</returns>
    /// <exception cref="InvalidOperationException">There was no notification yet.</exception>
    public Task<NotificationDelivery> ResendNotificationAsync(
        CancellationToken cancellationToken = default
    )
    {
        lock (_gate)
        {
            return DeliverAsync(
                _latest ?? throw new InvalidOperationException("There was no notification yet."),
                cancellationToken
            );
        }
    }

    internal byte[] StatusBody()
    {
        lock (_gate)
        {
            return OrderBodies.Status(this, Refresh(), _since);
        }
    }

    private Task<NotificationDelivery> ChangeAsync(
        SandboxOrderStatus next,
        SandboxOrderEventKind kind,
        CancellationToken cancellationToken
    )
    {
        Notification notification;
        lock (_gate)
        {
            if (Refresh() is SandboxOrderStatus.Success or SandboxOrderStatus.Expired)
            {
                throw new InvalidOperationException(
                    $"Order '{InvoiceNumber}' is {_status} already, which is final."
                );
            }
            _status = next;
            _since = _timeProvider.GetUtcNow();
            Record(kind, _since);
            notification = new(_sender.NewRequestId(), OrderBodies.Status(this, next, _since));
            _latest = notification;
        }
        return DeliverAsync(notification, cancellationToken);
    }

    private async Task<NotificationDelivery> DeliverAsync(
        Notification notification,
        CancellationToken cancellationToken
    )
    {
        var delivery = await _sender
            .SendAsync(notification, _terms.NotificationUrl, cancellationToken)
            .ConfigureAwait(false);
        lock (_gate)
        {
            Record(SandboxOrderEventKind.Notified, delivery.At, delivery);
        }
        return delivery;
    }

    /// <summary>Time passes unobserved: an order expires when someone next looks.</summary>
    private SandboxOrderStatus Refresh()
    {
        if (
            _status != SandboxOrderStatus.Success
            && _status != SandboxOrderStatus.Expired
            && _timeProvider.GetUtcNow() >= ExpiresAt
        )
        {
            _status = SandboxOrderStatus.Expired;
            _since = ExpiresAt;
            Record(SandboxOrderEventKind.Expired, ExpiresAt);
        }
        return _status;
    }

    private void Record(
        SandboxOrderEventKind kind,
        DateTimeOffset at,
        NotificationDelivery? delivery = null
    ) =>
        _events.Add(
            new SandboxOrderEvent
            {
                At = at,
                Kind = kind,
                Delivery = delivery,
            }
        );
}
