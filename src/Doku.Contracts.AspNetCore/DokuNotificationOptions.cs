using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.AspNetCore;

/// <summary>How one notification endpoint works.</summary>
public sealed class DokuNotificationOptions
{
    /// <summary>The name under which the merchant was added by <c>AddDoku</c>; empty for the only one.</summary>
    public string Merchant { get; set; } = "";

    /// <summary>
    /// The endpoint's name in the ledger, by which stored notifications find their handler after a restart and in other
    /// processes, and two endpoints' notifications are told apart. Null takes the pattern: name the endpoint if its path may change.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>Whether notifications are stored first. <see cref="NotificationMode.Auto"/> by default.</summary>
    public NotificationMode Mode { get; set; }

    /// <summary>The largest body that is read, in bytes; a larger one is refused. 64 KiB by default.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>
    /// How long a body may take to arrive before it is refused. Ten seconds by default, above zero; the server's own
    /// least data rate may end it earlier.
    /// </summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How old a time stamp may be. <see cref="NotificationFreshness.DokuRetrySchedule"/> by default.</summary>
    public NotificationFreshness Freshness { get; set; }

    /// <summary>
    /// Tells when a forwarder that you trust received the notification, for
    /// <see cref="NotificationFreshness.ReceiveTime"/>: from a header that the forwarder sets and nobody else can. Null
    /// from it refuses the notification.
    /// </summary>
    public Func<HttpContext, DateTimeOffset?>? ReceivedAt { get; set; }

    /// <summary>
    /// The path of the Notification URL as DOKU knows it, where a proxy rewrites paths: <c>/shop/payments/notifications</c>.
    /// Null takes the path that the request names, with the path base.
    /// </summary>
    public string? RequestTarget { get; set; }

    /// <summary>
    /// Where in the body the order's number stands, a JSON Pointer through members: in inbox mode the handler works on the
    /// notifications of one order one after the other, in the order in which DOKU signed them. <c>/order/invoice_number</c>
    /// by default; null for no order. A notification that waits for its next attempt holds up the later ones of its order,
    /// until it is done or a dead letter. A dead letter holds up nothing.
    /// </summary>
    public string? OrderPointer { get; set; } = "/order/invoice_number";

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal void Check()
    {
        Demand(MaxBodyBytes > 0, "MaxBodyBytes must be above zero.");
        Demand(
            BodyTimeout > TimeSpan.Zero && BodyTimeout <= TimeSpan.FromHours(1),
            "BodyTimeout must be above zero and at most one hour."
        );
        Demand(
            RequestTarget is null || RequestTarget.StartsWith('/'),
            "RequestTarget must begin with a slash."
        );
        Demand(
            OrderPointer is null || OrderPointer.StartsWith('/'),
            "OrderPointer must begin with a slash."
        );
        Demand(Name is not { Length: 0 }, "Name must not be empty.");
        Demand(Enum.IsDefined(Mode), "Mode must be Auto, Inbox or Inline.");
        Demand(
            (Freshness == NotificationFreshness.ReceiveTime) == (ReceivedAt is not null),
            "Freshness.ReceiveTime and ReceivedAt go together: set both or neither."
        );
    }

    private static void Demand(bool holds, string words)
    {
        if (!holds)
        {
            throw new ArgumentException(words);
        }
    }
}
