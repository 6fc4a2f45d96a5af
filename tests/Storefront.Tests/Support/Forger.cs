using System.Net.Http.Headers;
using System.Text;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;

namespace Storefront.Tests.Support;

/// <summary>
/// Somebody between DOKU and the shop, who has the headers of a genuine notification and changes its body; or DOKU
/// itself, where the changed body is what is signed.
/// </summary>
internal static class Forger
{
    internal static async Task<int> PostAsync(
        ShopUnderTest test,
        SandboxNotification genuine,
        string replaced,
        string by,
        bool isSigned = false
    )
    {
        var body = genuine.Body.ToArray();
        var changed = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(body).Replace(replaced, by, StringComparison.Ordinal)
        );
        var key = new DokuKey { Id = "sandbox", Secret = test.Sandbox.SecretKey };
        var message = new SignedMessage
        {
            ClientId = test.Sandbox.ClientId,
            RequestId = genuine.RequestId,
            Timestamp = $"{test.Sandbox.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}",
            RequestTarget = test.Shop.NotificationUrl.AbsolutePath,
            Body = isSigned ? changed : body,
        };
        using var content = new ByteArrayContent(changed);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, test.Shop.NotificationUrl)
        {
            Content = content,
        };
        request.Headers.Add(DokuHeaders.ClientId, message.ClientId);
        request.Headers.Add(DokuHeaders.RequestId, message.RequestId);
        request.Headers.Add(DokuHeaders.RequestTimestamp, message.Timestamp);
        request.Headers.Add(DokuHeaders.Signature, DokuSignature.Compute(message, key));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
