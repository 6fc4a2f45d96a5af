using Doku.Contracts.Common;

namespace Doku.Contracts.Kredivo;

// What a schema can't say: where a member is found when DOKU nests it in one of several ways.
public sealed partial record GenerateOrderResponse
{
    /// <summary>
    /// Kredivo's page, to which the customer's browser is sent, wherever a response of DOKU's has had it; null where it has
    /// none, or one that is no <c>https</c> or <c>http</c> address.
    /// </summary>
    public Uri? PaymentPage => Page(Payment) ?? Page(Response?.Payment);

    /// <summary>The order as DOKU took it down, wherever a response of DOKU's has had it; null where it has none.</summary>
    public GeneratedOrder? TakenOrder => Order ?? Response?.Order;

    /// <summary>State of the payment: PENDING where the response doesn't say.</summary>
    public PaylaterStatus Status => PeerToPeerInfo?.Status ?? PaylaterStatus.Pending;

    private static Uri? Page(GeneratedPayment? payment) =>
        Uri.TryCreate(payment?.Url, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp)
            ? page
            : null;
}
