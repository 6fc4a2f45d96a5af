using System.Buffers;
using System.Runtime.CompilerServices;

namespace Doku.Contracts.Runtime;

/// <summary>Collects the items of an array of unknown length while it is read: the first few in place, more in a pooled buffer.</summary>
public ref struct ContractListBuilder<T>
{
    private Few _few;
    private T[]? _buffer;
    private int _count;

    /// <summary>How many items there are so far.</summary>
    public readonly int Count => _count;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (_count < Few.Capacity)
        {
            _few[_count++] = item;
            return;
        }

        if (_buffer is null || _count == _buffer.Length)
        {
            Grow();
        }

        _buffer![_count++] = item;
    }

    /// <summary>Makes the list and gives the buffer back.</summary>
    public ContractList<T> Build()
    {
        ReadOnlySpan<T> few = _few;
        var list = ContractList.Create(_buffer is null ? few[.._count] : _buffer.AsSpan(0, _count));
        Release();
        _count = 0;
        return list;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(_count * 2);
        ReadOnlySpan<T> items = _buffer is null ? _few : _buffer.AsSpan(0, _count);
        items.CopyTo(larger);
        Release();
        _buffer = larger;
    }

    private void Release()
    {
        if (_buffer is not null)
        {
            ArrayPool<T>.Shared.Return(
                _buffer,
                RuntimeHelpers.IsReferenceOrContainsReferences<T>()
            );
            _buffer = null;
        }
    }

    [InlineArray(Capacity)]
    private struct Few
    {
        public const int Capacity = 8;

        private T _first;
    }
}
