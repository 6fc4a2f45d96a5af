using System.Buffers;

namespace Doku.Contracts.Runtime;

/// <summary>A buffer to write to whose memory is pooled.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    [ThreadStatic]
    private static PooledBuffer? _idle;

    private byte[] _bytes = [];
    private int _length;

    private PooledBuffer() { }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Takes this thread's buffer, or a new one while that is in use.</summary>
    public static PooledBuffer Rent()
    {
        var buffer = _idle ?? new PooledBuffer();
        _idle = null;
        return buffer;
    }

    public void Advance(int count) => _length += count;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = checked(_length + Math.Max(sizeHint, 1));
        if (needed > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _length * 2));
            Written.CopyTo(larger);
            Return();
            _bytes = larger;
        }

        return _bytes.AsMemory(_length);
    }

    public void Dispose()
    {
        Return();
        _bytes = [];
        _length = 0;
        _idle = this;
    }

    private void Return()
    {
        if (_bytes.Length > 0)
        {
            // It may hold personal data.
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        }
    }
}
