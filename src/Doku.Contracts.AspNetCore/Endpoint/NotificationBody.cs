using System.Buffers;
using System.IO.Pipelines;

namespace Doku.Contracts.AspNetCore;

/// <summary>Reads a body whole, up to a cap.</summary>
internal static class NotificationBody
{
    /// <returns>Null when the body is larger than the cap.</returns>
    internal static async ValueTask<byte[]?> ReadAsync(
        PipeReader reader,
        long? declaredLength,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        if (declaredLength > maxBytes)
        {
            return null;
        }

        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.Length > maxBytes)
            {
                reader.AdvanceTo(buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                var body = buffer.ToArray();
                reader.AdvanceTo(buffer.End);
                return body;
            }

            // Nothing is consumed before the whole is there: the bytes stay in the pipe's own pooled memory.
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
