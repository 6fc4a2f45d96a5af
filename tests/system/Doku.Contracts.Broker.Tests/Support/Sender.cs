using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Doku.Contracts.Transport;

namespace Doku.Contracts.Broker.Tests.Support;

/// <summary>Sends notifications as DOKU does: signed, and again until the response is 200.</summary>
internal sealed class Sender(Func<Uri> url) : IDisposable
{
    internal const string ClientId = "MCH-0001-10791114622547";
    internal const string SecretKey = "SK-broker-test";
    private const string Path = "/payments/notifications";
    private const int Connections = 6;

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(20) };
    private int _accepted;
    private int _refused;

    /// <summary>How many notifications got 200.</summary>
    internal int Accepted => Volatile.Read(ref _accepted);

    /// <summary>How often a response was anything else, or there was none.</summary>
    internal int Refused => Volatile.Read(ref _refused);

    public void Dispose() => _client.Dispose();

    /// <summary>Sends them all; every tenth once more after its 200.</summary>
    internal async Task SendAsync(int count, CancellationToken cancellationToken)
    {
        var next = -1;
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(async _ =>
                {
                    while (Interlocked.Increment(ref next) is var number && number < count)
                    {
                        await UntilAcceptedAsync(number, cancellationToken);
                        Interlocked.Increment(ref _accepted);
                        if (number % 10 == 0)
                        {
                            await UntilAcceptedAsync(number, cancellationToken);
                        }

                        // So that what happens meanwhile happens in the middle.
                        await Task.Delay(20, cancellationToken);
                    }
                })
        );
    }

    private async Task UntilAcceptedAsync(int number, CancellationToken cancellationToken)
    {
        while (!await TrySendAsync(number, cancellationToken))
        {
            Interlocked.Increment(ref _refused);
            await Task.Delay(200, cancellationToken);
        }
    }

    private async Task<bool> TrySendAsync(int number, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"order":{"invoice_number":"INV-{{{number}}}","amount":150000},"transaction":{"status":"SUCCESS"}}"""
        );
        var message = new SignedMessage
        {
            ClientId = ClientId,
            RequestId = Guid.NewGuid().ToString(),
            Timestamp = DateTime.UtcNow.ToString(
                "yyyy-MM-ddTHH:mm:ssZ",
                CultureInfo.InvariantCulture
            ),
            RequestTarget = Path,
            Body = body,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url(), Path))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Client-Id", message.ClientId);
        request.Headers.Add("Request-Id", message.RequestId);
        request.Headers.Add("Request-Timestamp", message.Timestamp);
        request.Headers.Add(
            "Signature",
            DokuSignature.Compute(message, new DokuKey { Id = "test", Secret = SecretKey })
        );
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
