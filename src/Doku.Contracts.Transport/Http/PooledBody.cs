using System.Buffers;

namespace Doku.Contracts.Transport;

/// <summary>
/// A request body in a pooled buffer, written once and then signed and sent as it is. The buffer goes back to the
/// pool when the call and every attempt that still writes it have let go: an attempt that timed out may write on for
/// a while, and must not send another customer's bytes.
/// </summary>
internal sealed class PooledBody : IBufferWriter<byte>
{
    private const int FirstSize = 4 * 1024;
    private readonly Lock _gate = new();
    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _holders = 1;

    internal int Length { get; private set; }

    internal bool IsReturned => _buffer is null;

    /// <summary>The bytes; only for one who holds the body.</summary>
    internal ReadOnlyMemory<byte> Memory => Buffer.AsMemory(0, Length);

    private byte[] Buffer => _buffer ?? throw new ObjectDisposedException(nameof(PooledBody));

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Grown(sizeHint).AsMemory(Length);

    public Span<byte> GetSpan(int sizeHint = 0) => Grown(sizeHint).AsSpan(Length);

    /// <summary>Holds the body while it is sent.</summary>
    /// <returns>False when the call has ended.</returns>
    internal bool TryHold()
    {
        lock (_gate)
        {
            if (_buffer is null)
            {
                return false;
            }

            _holders++;
            return true;
        }
    }

    /// <summary>Lets go; the last one returns the buffer.</summary>
    internal void Release()
    {
        lock (_gate)
        {
            if (--_holders == 0 && _buffer is { } buffer)
            {
                _buffer = null;
                // Orders hold personal data, which the pool's next user must not find.
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            }
        }
    }

    private byte[] Grown(int sizeHint)
    {
        var buffer = Buffer;
        var needed = checked(Length + Math.Max(sizeHint, 1));
        if (needed <= buffer.Length)
        {
            return buffer;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
        buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        _buffer = larger;
        return larger;
    }
}
