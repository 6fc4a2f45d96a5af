using System.Globalization;
using System.Net.Http.Headers;
using System.Threading.Channels;
using Doku.Contracts.Crash.Host;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.LedgerCampaign.Sending;

/// <summary>DOKU's side: 32 deliveries at a time, and whatever isn't answered 2xx is sent again later.</summary>
internal sealed class DokuSender(Func<Uri> target) : IDisposable
{
    private const int AtOnce = 32;
    private const int MostAttempts = 2000;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private int _sends;

    /// <summary>How long a delivery that wasn't acknowledged rests at least.</summary>
    internal TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How often anything was sent.</summary>
    internal int Sends => _sends;

    public void Dispose() => _client.Dispose();

    /// <summary>Returns when all deliveries are acknowledged.</summary>
    /// <param name="deliveries">In the order of their first sending.</param>
    /// <param name="acknowledged">Told how many are acknowledged by now, each number once.</param>
    /// <param name="cancellationToken">Ends it all.</param>
    internal async Task SendAsync(
        Delivery[] deliveries,
        Action<int> acknowledged,
        CancellationToken cancellationToken
    )
    {
        var queue = Channel.CreateUnbounded<Delivery>();
        foreach (var delivery in deliveries)
        {
            queue.Writer.TryWrite(delivery);
        }

        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(WorkAsync)));

        async Task WorkAsync()
        {
            try
            {
                await foreach (var delivery in queue.Reader.ReadAllAsync(cancellationToken))
                {
                    if (await TryAsync(delivery, cancellationToken) is { } trouble)
                    {
                        if (delivery.Attempts >= MostAttempts)
                        {
                            throw new InvalidOperationException(
                                $"{delivery.RequestId} was sent {delivery.Attempts} times: {trouble}"
                            );
                        }

                        await Task.Delay(Pause, cancellationToken);
                        queue.Writer.TryWrite(delivery);
                        continue;
                    }

                    var now = Interlocked.Increment(ref count);
                    acknowledged(now);
                    if (now == deliveries.Length)
                    {
                        queue.Writer.Complete();
                    }
                }
            }
            catch (Exception exception)
            {
                // The others end too.
                queue.Writer.TryComplete(exception);
                throw;
            }
        }
    }

    /// <returns>Null when it was acknowledged, otherwise what happened instead.</returns>
    private async Task<string?> TryAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        delivery.Attempts++;
        Interlocked.Increment(ref _sends);
        using var request = Sign(delivery);
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? null : $"answered {response.StatusCode}";
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return exception.Message;
        }
    }

    private HttpRequestMessage Sign(Delivery delivery)
    {
        var body = delivery.Report.Body;
        var stamp = TimeProvider
            .System.GetUtcNow()
            .ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target(), delivery.Path))
        {
            Content = content,
        };
        request.Headers.Add("Client-Id", HostSettings.ClientId);
        request.Headers.Add("Request-Id", delivery.RequestId);
        request.Headers.Add("Request-Timestamp", stamp);
        request.Headers.Add(
            "Signature",
            Signer.Sign(
                HostSettings.SecretKey,
                "Request-Timestamp",
                HostSettings.ClientId,
                delivery.RequestId,
                stamp,
                delivery.Path,
                body
            )
        );
        return request;
    }
}
