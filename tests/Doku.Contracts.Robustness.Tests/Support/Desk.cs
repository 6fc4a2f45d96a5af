using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Fuzz.Wire;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Robustness.Tests.Support;

/// <summary>An endpoint that counts what reaches its handler.</summary>
internal sealed class Desk : IDisposable
{
    internal const string Body =
        """{"service":{"id":"PEER_TO_PEER"},"acquirer":{"id":"KREDIVO"},"channel":{"id":"PEER_TO_PEER_KREDIVO"},"order":{"invoice_number":"INV-0007","amount":170000},"transaction":{"status":"SUCCESS","date":"2026-11-22T01:58:29Z","original_request_id":"018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a05"},"peer_to_peer_info":{"created_date":"20261122085100","expired_date":"20261122095100","status":"SUCCESS","merchant_unique_reference":"REF-0007","identifier":[{"name":"transactionId","value":"kr-99"}]}}""";

    private readonly EndpointHost _host;

    internal Desk(
        Action<DokuNotificationOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        DateTimeOffset? now = null,
        string pattern = Merchant.Path
    )
    {
        _host = EndpointHost.Open<PaylaterNotification>(Handle, configure, services, now, pattern);
    }

    /// <summary>How often the handler ran.</summary>
    internal int Handled { get; private set; }

    /// <summary>What else the handler does.</summary>
    internal Action<Verified<PaylaterNotification>>? Work { get; set; }

    internal WireAnswer Send(WireRequest request) => _host.Send(request);

    public void Dispose() => _host.Dispose();

    internal static WireRequest Notification(
        byte[] body,
        string requestId = "notification-1",
        string stamp = Merchant.Stamp
    ) =>
        new()
        {
            Headers =
            [
                (DokuHeaders.ClientId, Merchant.ClientId),
                (DokuHeaders.RequestId, requestId),
                (DokuHeaders.RequestTimestamp, stamp),
                (
                    DokuHeaders.Signature,
                    Signer.Sign(
                        Merchant.Secret,
                        "Request-Timestamp",
                        Merchant.ClientId,
                        requestId,
                        stamp,
                        Merchant.Path,
                        body
                    )
                ),
            ],
            Body = body,
        };

    /// <summary>The same with another value of one header, unsigned.</summary>
    internal static WireRequest With(WireRequest request, int header, string value) =>
        request with
        {
            Headers =
            [
                .. request.Headers.Select((each, i) => i == header ? (each.Name, value) : each),
            ],
        };

    private Task Handle(
        Verified<PaylaterNotification> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        Handled++;
        Work?.Invoke(notification);
        return Task.CompletedTask;
    }
}
