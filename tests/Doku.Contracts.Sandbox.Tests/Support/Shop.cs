using System.Globalization;

namespace Doku.Contracts.Sandbox.Tests.Support;

/// <summary>A merchant's side of the wire: signs requests, opens pages, follows no redirect by itself.</summary>
internal sealed class Shop(
    DokuSandbox sandbox,
    TimeProvider? timeProvider = null,
    SandboxMerchant? merchant = null,
    HttpMessageHandler? handler = null
) : IDisposable
{
    public const string GenerateOrder = "/kredivo-peer-to-peer/v2/generate-order";

    private readonly SandboxMerchant _merchant = merchant ?? sandbox.Merchants.First();
    private readonly HttpClient _http = new(
        handler ?? new SocketsHttpHandler { AllowAutoRedirect = false }
    )
    {
        BaseAddress = sandbox.BaseAddress,
    };

    public Task<Answer> OrderAsync(byte[] body, string requestId = "R-1") =>
        SendAsync(Post(body, requestId));

    public Task<Answer> StatusAsync(string reference, string requestId = "R-S") =>
        SendAsync(Sign(HttpMethod.Get, "/orders/v1/status/" + reference, null, requestId));

    public HttpRequestMessage Post(
        byte[] body,
        string requestId = "R-1",
        DateTimeOffset? at = null
    ) => Sign(HttpMethod.Post, GenerateOrder, body, requestId, at);

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            return await Answer.ReadAsync(
                await _http.SendAsync(request, TestContext.Current.CancellationToken)
            );
        }
    }

    public async Task<Answer> OpenAsync(string url) =>
        await Answer.ReadAsync(
            await _http.GetAsync(new Uri(url), TestContext.Current.CancellationToken)
        );

    public async Task<Answer> PressAsync(string url, string button) =>
        await Answer.ReadAsync(
            await _http.PostAsync(
                new Uri($"{url}/{button}"),
                new FormUrlEncodedContent([]),
                TestContext.Current.CancellationToken
            )
        );

    /// <summary>Places an order that must be accepted; gives its payment page.</summary>
    public async Task<string> PlaceAsync(byte[]? body = null, string requestId = "R-1")
    {
        var answer = await OrderAsync(body ?? Bodies.Valid(), requestId);
        Assert.Equal("", answer.Status == System.Net.HttpStatusCode.OK ? "" : answer.Text);
        return (string)answer.Json["payment"]!["url"]!;
    }

    public void Dispose() => _http.Dispose();

    public HttpRequestMessage Sign(
        HttpMethod method,
        string target,
        byte[]? body,
        string requestId,
        DateTimeOffset? at = null
    )
    {
        var moment = at ?? (timeProvider ?? sandbox.Clock).GetUtcNow();
        var timestamp = moment.UtcDateTime.ToString(
            "yyyy-MM-ddTHH:mm:ssZ",
            CultureInfo.InvariantCulture
        );
        var request = new HttpRequestMessage(method, target);
        request.Headers.Add("Client-Id", _merchant.ClientId);
        request.Headers.Add("Request-Id", requestId);
        request.Headers.Add("Request-Timestamp", timestamp);
        request.Headers.Add(
            "Signature",
            WireSigner.Sign(
                _merchant.SecretKey,
                body,
                ("Client-Id", _merchant.ClientId),
                ("Request-Id", requestId),
                ("Request-Timestamp", timestamp),
                ("Request-Target", target.Split('?')[0])
            )
        );
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }
        return request;
    }
}
