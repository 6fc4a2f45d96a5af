using System.Net;
using System.Net.Http.Headers;

namespace Doku.Contracts.Transport;

/// <summary>Sends a <see cref="PooledBody"/>: its length is known, so it is never chunked, and it can be sent again.</summary>
internal sealed class PooledBodyContent : HttpContent
{
    internal PooledBodyContent(PooledBody body)
    {
        Body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    internal PooledBody Body { get; }

    /// <summary>Throws where the bytes must not be written; called before each time that they are.</summary>
    internal Action? BeforeWriting { get; set; }

    protected override bool TryComputeLength(out long length)
    {
        length = Body.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        BeforeWriting?.Invoke();
        if (!Body.TryHold())
        {
            throw new IOException("The call has ended; its body can't be sent again.");
        }

        try
        {
            await stream.WriteAsync(Body.Memory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Body.Release();
        }
    }
}
