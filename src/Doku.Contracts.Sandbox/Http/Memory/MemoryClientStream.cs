using System.Buffers;
using System.IO.Pipelines;

namespace Doku.Contracts.Sandbox.Http.Memory;

/// <summary>The client's end of a connection in memory.</summary>
internal sealed class MemoryClientStream(
    PipeReader input,
    PipeWriter output,
    CancellationTokenSource closed
) : Stream
{
    private readonly CancellationToken _aborted = closed.Token;
    private volatile bool _isDisposed;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            _aborted
        );
        // What the server wrote before it hung up is still read, as from a socket.
        if (!input.TryRead(out var result))
        {
            try
            {
                result = await input.ReadAsync(either.Token).ConfigureAwait(false);
            }
            // The bytes and the end may have come together.
            catch (OperationCanceledException) when (_aborted.IsCancellationRequested)
            {
                _ = !_isDisposed && input.TryRead(out result);
            }
            // This end was closed while it waited.
            catch (InvalidOperationException) when (_isDisposed) { }
        }
        if (result.Buffer.IsEmpty && _aborted.IsCancellationRequested)
        {
            throw new IOException("The connection was reset.");
        }
        var taken = result.Buffer.Slice(0, Math.Min(buffer.Length, result.Buffer.Length));
        taken.CopyTo(buffer.Span);
        input.AdvanceTo(taken.End);
        return (int)taken.Length;
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (_aborted.IsCancellationRequested)
        {
            throw new IOException("The connection was reset.");
        }
        try
        {
            await output.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        // The server ended the pipe between the look and the write.
        catch (InvalidOperationException fault)
        {
            throw new IOException("The connection was reset.", fault);
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // As a socket's end does: the server learns that the caller is gone, and a read that waits ends.
            _isDisposed = true;
            _ = closed.CancelAsync();
            output.Complete();
            input.Complete();
        }
        base.Dispose(disposing);
    }
}
