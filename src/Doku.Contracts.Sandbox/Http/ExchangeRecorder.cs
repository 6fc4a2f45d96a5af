using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>Reads each request's body once, under the cap, and remembers the latest exchanges.</summary>
internal sealed class ExchangeRecorder(TimeProvider timeProvider, int capacity)
{
    /// <summary>1 MiB: far above any order, low enough that a runaway client fills no memory.</summary>
    internal const int MaxBodyLength = 1024 * 1024;

    private readonly Queue<SandboxExchange> _exchanges = new();
    private readonly Lock _gate = new();

    internal IReadOnlyList<SandboxExchange> Snapshot()
    {
        lock (_gate)
        {
            return [.. _exchanges];
        }
    }

    internal async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var receivedAt = timeProvider.GetUtcNow();
        var body = await ReadBodyAsync(context);
        // Before the answer leaves: whoever has the answer finds the exchange in the record.
        context.Response.OnStarting(() =>
        {
            Remember(context, receivedAt, body ?? []);
            return Task.CompletedTask;
        });
        if (body is null)
        {
            // Nothing was verified, so nothing may be signed.
            await ApiAnswer.BodyTooLong.WriteAsync(context);
            return;
        }
        context.Features.Set(new RequestBody(body));
        await next(context);
    }

    internal static string RawTarget(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        }
        catch (BadHttpRequestException fault)
            when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        return buffer.ToArray();
    }

    private void Remember(HttpContext context, DateTimeOffset receivedAt, byte[] body)
    {
        var exchange = new SandboxExchange
        {
            ReceivedAt = receivedAt,
            Method = context.Request.Method,
            Path = RawTarget(context),
            Headers = context
                .Request.Headers.SelectMany(header =>
                    header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? ""))
                )
                .ToList(),
            Body = body,
            Status = context.Response.StatusCode,
        };
        lock (_gate)
        {
            _exchanges.Enqueue(exchange);
            while (_exchanges.Count > capacity)
            {
                _exchanges.Dequeue();
            }
        }
    }
}
