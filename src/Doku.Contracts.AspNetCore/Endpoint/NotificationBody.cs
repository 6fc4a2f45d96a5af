using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.AspNetCore;

/// <summary>Reads a body whole, up to a cap and within a time.</summary>
internal static class NotificationBody
{
    /// <returns>The body, or null and why there is none.</returns>
    internal static async ValueTask<(byte[]? Body, string? Fault)> ReadAsync(
        HttpContext context,
        int maxBytes,
        TimeSpan timeout,
        TimeProvider timeProvider
    )
    {
        if (context.Request.ContentLength > maxBytes)
        {
            return (null, RefusalFault.TooLarge);
        }

        var reader = context.Request.BodyReader;
        try
        {
            // Most bodies are here already, in one piece: no timer for those.
            if (
                reader.TryRead(out var first)
                && IsOver(reader, first, maxBytes, out var body, out var fault)
            )
            {
                return (body, fault);
            }

            return await WaitAsync(reader, maxBytes, timeout, timeProvider, context.RequestAborted);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The sender went away, or broke the rules of HTTP half-way.
            return (null, RefusalFault.BrokenOff);
        }
    }

    private static async ValueTask<(byte[]? Body, string? Fault)> WaitAsync(
        PipeReader reader,
        int maxBytes,
        TimeSpan timeout,
        TimeProvider timeProvider,
        CancellationToken aborted
    )
    {
        using var patience = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, patience.Token);
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(either.Token);
                if (IsOver(reader, result, maxBytes, out var body, out var fault))
                {
                    return (body, fault);
                }
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return (null, RefusalFault.TooSlow);
        }
    }

    /// <summary>Whether what was read so far is the whole body, or already too much.</summary>
    private static bool IsOver(
        PipeReader reader,
        in ReadResult result,
        int maxBytes,
        out byte[]? body,
        out string? fault
    )
    {
        var buffer = result.Buffer;
        var isTooLarge = buffer.Length > maxBytes;
        body = result.IsCompleted && !isTooLarge ? buffer.ToArray() : null;
        fault = isTooLarge ? RefusalFault.TooLarge : null;
        var isOver = isTooLarge || result.IsCompleted;
        // Nothing is consumed before the whole is there: the bytes stay in the pipe's own pooled memory.
        reader.AdvanceTo(isOver ? buffer.End : buffer.Start, buffer.End);
        return isOver;
    }
}
