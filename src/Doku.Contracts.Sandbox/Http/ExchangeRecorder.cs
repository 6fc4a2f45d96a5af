using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>Reads each request's body once, under the cap, and records what no operation records itself.</summary>
internal sealed class ExchangeRecorder(TimeProvider clock, ExchangeLog log)
{
    /// <summary>1 MiB: far above any order, low enough that a runaway client fills no memory.</summary>
    internal const int MaxBodyLength = 1024 * 1024;

    /// <summary>16 MiB: what is read of a body at most, though no more than the cap of it is kept.</summary>
    internal const int MaxReadLength = 16 * MaxBodyLength;

    internal async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var receivedAt = clock.GetUtcNow();
        var body = await ReadBodyAsync(context);
        var received = new ReceivedRequest(receivedAt, body ?? []);
        context.Features.Set(received);
        // Before the answer leaves: whoever has the answer finds the exchange in the record.
        context.Response.OnStarting(() =>
        {
            if (!received.IsRecorded)
            {
                log.Add(received.Exchange(context, context.Response.StatusCode));
            }
            return Task.CompletedTask;
        });
        if (body is null)
        {
            // Nothing was verified, so nothing may be signed.
            await ApiAnswer.BodyTooLong.WriteAsync(context);
            return;
        }
        await next(context);
    }

    internal static string RawTarget(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    /// <summary>
    /// Null for a body over the cap. It is read to its end all the same, up to the server's own limit: a caller that is
    /// still sending would see its connection reset instead of the answer.
    /// </summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        using var kept = new MemoryStream();
        var chunk = new byte[16 * 1024];
        var isTooLong = false;
        try
        {
            int read;
            while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
            {
                isTooLong |= kept.Length + read > MaxBodyLength;
                if (!isTooLong)
                {
                    kept.Write(chunk, 0, read);
                }
            }
        }
        catch (BadHttpRequestException fault)
            when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        return isTooLong ? null : kept.ToArray();
    }
}
