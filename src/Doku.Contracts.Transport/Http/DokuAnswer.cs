using System.Buffers;

namespace Doku.Contracts.Transport;

/// <summary>An answer as it came: the status, the bytes, and whether the signature over them holds.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Verdict">Whether the signature holds.</param>
/// <param name="SettlesRefusal">Whether a refusal with this answer says that the whole call took no effect.</param>
internal sealed record DokuAnswer(
    int Status,
    ReadOnlyMemory<byte> Body,
    SignatureVerdict Verdict,
    bool SettlesRefusal
)
{
    internal const int MaxBytes = 1024 * 1024;

    /// <summary>Reads an answer and judges its signature.</summary>
    internal static async Task<DokuAnswer> ReadAsync(
        HttpResponseMessage response,
        DokuExchange exchange,
        DokuKeyRing keys,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        var body = await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        // An answer that is cut off at the cap can't be verified, and nothing in it counts.
        var verdict = body is null
            ? SignatureVerdict.Refused(SignatureFault.Mismatch)
            : AnswerVerifier.Verify(response, body, exchange, keys, timeProvider.GetUtcNow());
        return new DokuAnswer(status, body, verdict, exchange.IsSettledBy(response));
    }

    private static async Task<byte[]?> ReadBodyAsync(
        HttpContent content,
        CancellationToken cancellationToken
    )
    {
        if (content.Headers.ContentLength > MaxBytes)
        {
            return null;
        }

        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await stream
                    .ReadAsync(buffer.AsMemory(length), cancellationToken)
                    .ConfigureAwait(false);
                if (read == 0)
                {
                    return buffer.AsSpan(0, length).ToArray();
                }

                length += read;
                if (length > MaxBytes)
                {
                    return null;
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
                    buffer = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
