using System.Text.Json;
using Doku.Contracts.Sandbox.Clock;
using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox;

/// <summary>
/// An order that the sandbox has accepted. The methods do what a customer does on the payment page, without a
/// browser. Safe to use from several threads.
/// </summary>
public sealed partial class SandboxOrder
{
    private readonly Lock _gate = new();
    private readonly SandboxContext _context;
    private readonly NotificationDesk _notifications;
    private readonly List<SandboxOrderEvent> _events = [];
    private readonly StoredOrder _stored;
    private SandboxOrderStatus _status;
    private DateTimeOffset _since;
    private SandboxNotification? _latest;
    private ScheduledWork? _expiry;

    internal SandboxOrder(
        SandboxContext context,
        NotificationDesk notifications,
        SandboxMerchant merchant,
        SandboxOperation operation,
        StoredOrder stored
    )
    {
        _context = context;
        _notifications = notifications;
        _stored = stored;
        _status = stored.Status;
        _since = stored.Since;
        Merchant = merchant;
        Operation = operation;
        using var body = JsonDocument.Parse(stored.RequestBody);
        Terms = new OrderTerms(body.RootElement);
        ExpiresAt = CreatedAt + Terms.TimeToPay;
    }

    /// <summary>The merchant's invoice number.</summary>
    public string InvoiceNumber => Terms.InvoiceNumber;

    /// <summary>The Client-Id of the merchant whose order it is.</summary>
    public string ClientId => Merchant.ClientId;

    /// <summary>The Request-Id of the call that made the order.</summary>
    public string RequestId => _stored.RequestId;

    /// <summary>The amount to pay, in whole rupiah.</summary>
    public long Amount => Terms.Amount;

    /// <summary>The merchant's own reference, when it sent one.</summary>
    public string? MerchantUniqueReference => Terms.MerchantUniqueReference;

    /// <summary>What is bought.</summary>
    public IReadOnlyList<SandboxOrderLine> Lines => Terms.Lines;

    /// <summary>The payment page; its address can't be guessed.</summary>
    public Uri PaymentUrl =>
        new(_context.BaseAddress, $"{Operation.Contract.ToLowerInvariant()}/pay/{Token}");

    /// <summary>When the order was accepted.</summary>
    public DateTimeOffset CreatedAt => _stored.CreatedAt;

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

    internal SandboxMerchant Merchant { get; }

    internal SandboxOperation Operation { get; }

    internal OrderTerms Terms { get; }

    internal byte[] RequestBody => _stored.RequestBody;

    internal string Token => _stored.Token;

    internal string Acquirer => Operation.Contract.ToUpperInvariant();

    internal Uri? CallbackUrl => Terms.CallbackUrl;

    internal Uri? CancelUrl => Terms.CancelUrl;

    /// <summary>Pays the order and notifies the merchant.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant; the order stays paid.</param>
    /// <returns>How the notification fared.</returns>
    /// <exception cref="InvalidOperationException">The order is paid already, or can't be paid any more.</exception>
    public Task<NotificationDelivery> PayAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(OrderChange.Pay, cancellationToken);

    /// <summary>Declines the payment and notifies the merchant; the customer may still try again.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant; the payment stays declined.</param>
    /// <returns>How the notification fared.</returns>
    /// <exception cref="InvalidOperationException">The order is paid already, or can't be paid any more.</exception>
    public Task<NotificationDelivery> DeclineAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(OrderChange.Decline, cancellationToken);

    /// <summary>Ends the time to pay at once and notifies the merchant, unless expiries are not told.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant; the order stays expired.</param>
    /// <returns>How the notification fared.</returns>
    /// <exception cref="InvalidOperationException">The order is paid already, or can't be paid any more.</exception>
    public Task<NotificationDelivery> ExpireAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(OrderChange.Expire, cancellationToken);

    /// <summary>Gives the money of a paid order back and notifies the merchant.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant; the order stays refunded.</param>
    /// <returns>How the notification fared.</returns>
    /// <exception cref="InvalidOperationException">The order is not paid.</exception>
    public Task<NotificationDelivery> RefundAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(OrderChange.Refund, cancellationToken);

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
                Record(SandboxOrderEventKind.Cancelled, _context.Now, SandboxOrderCause.Customer);
            }
        }
        return Task.FromResult(NotificationDelivery.NothingToTell(_context.Now));
    }

    /// <summary>Sends the latest notification once more: the same id and body, with a new time stamp and signature.</summary>
    /// <param name="cancellationToken">Ends the wait for the merchant.</param>
    /// <returns>How it fared.</returns>
    /// <exception cref="InvalidOperationException">There was no notification yet.</exception>
    public Task<NotificationDelivery> ResendNotificationAsync(
        CancellationToken cancellationToken = default
    )
    {
        SandboxNotification? latest;
        lock (_gate)
        {
            latest = _latest;
        }
        return latest?.ResendAsync(cancellationToken)
            ?? throw new InvalidOperationException("There was no notification yet.");
    }
}
