using System.Net.Http.Headers;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Signing;

namespace Doku.Contracts.Sandbox.Notifications;

/// <summary>Signs notifications and posts them to the merchant, one attempt a call.</summary>
internal sealed class NotificationSender : IDisposable
{
    // DOKU does not say how long it waits; a shop on the same machine answers at once or not at all.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SandboxSigner _signer;
    private readonly TimeProvider _timeProvider;
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            // Neither a redirect nor a proxy may lead a notification off this machine.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        }
    )
    {
        Timeout = Patience,
    };
    private volatile Uri? _url;
    private volatile bool _withhold;

    internal NotificationSender(SandboxSigner signer, TimeProvider timeProvider, Uri? url)
    {
        _signer = signer;
        _timeProvider = timeProvider;
        Url = url;
    }

    internal Uri? Url
    {
        get => _url;
        set => _url = LoopbackUrl.Require(value, nameof(value));
    }

    internal bool Withhold
    {
        get => _withhold;
        set => _withhold = value;
    }

    internal string NewRequestId() => Guid.CreateVersion7(_timeProvider.GetUtcNow()).ToString();

    internal async Task<NotificationDelivery> SendAsync(
        Notification notification,
        string? overrideUrl,
        CancellationToken cancellationToken
    )
    {
        var url = Choose(overrideUrl);
        if (url is null || _withhold)
        {
            return Delivery(
                notification,
                _withhold ? NotificationOutcome.Withheld : NotificationOutcome.NoAddress
            );
        }

        using var request = Sign(notification, url);
        try
        {
            using var response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            var outcome = response.IsSuccessStatusCode
                ? NotificationOutcome.Acknowledged
                : NotificationOutcome.Refused;
            return Delivery(notification, outcome, url, (int)response.StatusCode);
        }
        catch (Exception fault)
            when (fault is HttpRequestException
                || (
                    fault is OperationCanceledException
                    && !cancellationToken.IsCancellationRequested
                )
            )
        {
            return Delivery(notification, NotificationOutcome.Unreachable, url);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <summary>An order's own URL counts when it keeps the path of the configured one, as DOKU demands.</summary>
    private Uri? Choose(string? overrideUrl)
    {
        var configured = _url;
        if (
            configured is null
            || !Uri.TryCreate(overrideUrl, UriKind.Absolute, out var own)
            || own.AbsolutePath != configured.AbsolutePath
        )
        {
            return configured;
        }
        return LoopbackUrl.Is(own) ? own : null;
    }

    private HttpRequestMessage Sign(Notification notification, Uri url)
    {
        var timestamp = WireTime.Header(_timeProvider.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(notification.Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.Add("Client-Id", _signer.ClientId);
        request.Headers.Add("Request-Id", notification.RequestId);
        request.Headers.Add(SandboxSigner.RequestTimestamp, timestamp);
        request.Headers.Add(
            "Signature",
            _signer.Sign(
                notification.RequestId,
                SandboxSigner.RequestTimestamp,
                timestamp,
                url.AbsolutePath,
                notification.Body
            )
        );
        return request;
    }

    private NotificationDelivery Delivery(
        Notification notification,
        NotificationOutcome outcome,
        Uri? url = null,
        int? status = null
    ) =>
        new()
        {
            At = _timeProvider.GetUtcNow(),
            Outcome = outcome,
            Status = status,
            Url = url,
            RequestId = notification.RequestId,
            Body = notification.Body,
        };
}
