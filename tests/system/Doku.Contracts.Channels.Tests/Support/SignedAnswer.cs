using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Channels.Tests.Support;

/// <summary>Signs one body for every request, as DOKU's page on signatures has it.</summary>
internal sealed class SignedAnswer(int status, byte[] body) : HttpMessageHandler
{
    internal const string ClientId = "MCH-CHANNELS";
    internal const string Secret = "SK-channels";

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var requestId = request.Headers.GetValues("Request-Id").Single();
        var stamp = DateTime.UtcNow.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture
        );
        var text = string.Join(
            '\n',
            $"Client-Id:{ClientId}",
            $"Request-Id:{requestId}",
            $"Response-Timestamp:{stamp}",
            $"Request-Target:{request.RequestUri!.AbsolutePath}",
            $"Digest:{Convert.ToBase64String(SHA256.HashData(body))}"
        );
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text));
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new ByteArrayContent(body),
        };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        response.Headers.Add("Client-Id", ClientId);
        response.Headers.Add("Request-Id", requestId);
        response.Headers.Add("Response-Timestamp", stamp);
        response.Headers.Add("Signature", "HMACSHA256=" + Convert.ToBase64String(mac));
        return Task.FromResult(response);
    }
}
