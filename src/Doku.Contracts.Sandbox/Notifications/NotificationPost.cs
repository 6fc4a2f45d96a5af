using System.Net.Http.Headers;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Signing;

namespace Doku.Contracts.Sandbox.Notifications;

/// <summary>Signs a notification and posts it to the merchant, one attempt a call.</summary>
internal sealed class NotificationPost(TimeProvider clock) : IDisposable
{
    // DOKU does not say how long it waits. A shop on the same machine answers at once or not at all, but a machine that
    // runs a hundred tests at a time must not make it look dead.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _sockets = new(
        new SocketsHttpHandler
        {
            // Neither a redirect nor a proxy may lead a notification off this machine.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        }
    );

    /// <summary>Where a notification goes: an order's own URL counts when it keeps the path of the configured one, as DOKU demands.</summary>
    internal static Uri? AddressOf(SandboxNotification notification)
    {
        var configured = notification.Order.Merchant.NotificationUrl;
        if (
            configured is null
            || !Uri.TryCreate(
                notification.Order.Terms.NotificationUrl,
                UriKind.Absolute,
                out var own
            )
            || own.AbsolutePath != configured.AbsolutePath
        )
        {
            return configured;
        }
        return LoopbackUrl.Is(own) ? own : null;
    }

    internal async Task<(NotificationOutcome Outcome, int? Status)> SendAsync(
        SandboxNotification notification,
        Uri url,
        CancellationToken cancellationToken
    )
    {
        using var request = Sign(notification, url);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await PostAsync(notification, request, patience.Token)
                .ConfigureAwait(false);
            return (
                response.IsSuccessStatusCode
                    ? NotificationOutcome.Acknowledged
                    : NotificationOutcome.Refused,
                (int)response.StatusCode
            );
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return (NotificationOutcome.Unreachable, null);
        }
    }

    public void Dispose() => _sockets.Dispose();

    private async Task<HttpResponseMessage> PostAsync(
        SandboxNotification notification,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (notification.Order.Merchant.NotificationHandler is not { } handler)
        {
            return await _sockets.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        using var borrowed = new HttpMessageInvoker(handler, disposeHandler: false);
        return await borrowed.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private HttpRequestMessage Sign(SandboxNotification notification, Uri url)
    {
        var signer = notification.Order.Merchant.Signer;
        var timestamp = WireTime.Header(clock.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ReadOnlyMemoryContent(notification.Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.Add("Client-Id", signer.ClientId);
        request.Headers.Add("Request-Id", notification.RequestId);
        request.Headers.Add(SandboxSigner.RequestTimestamp, timestamp);
        request.Headers.Add(
            "Signature",
            signer.Sign(
                notification.RequestId,
                SandboxSigner.RequestTimestamp,
                timestamp,
                url.AbsolutePath,
                notification.Body.Span
            )
        );
        return request;
    }
}
