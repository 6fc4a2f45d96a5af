namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>Gives one byte, then fails as a broken connection does.</summary>
internal sealed class BreakingStream : UnseekableStream
{
    private bool _isBroken;

    internal BreakingStream()
        : base([]) { }

    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (_isBroken)
        {
            throw new IOException("reset");
        }

        _isBroken = true;
        buffer.Span[0] = (byte)'{';
        return new(1);
    }
}

/// <summary>A stream of unknown length.</summary>
internal class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
