using System.Buffers;
using System.Runtime.CompilerServices;

namespace Doku.Contracts.Runtime;

/// <summary>Collects the items of an array of unknown length in a pooled buffer while it is read.</summary>
public ref struct ContractListBuilder<T>
{
    private T[]? _buffer;
    private int _count;

    /// <summary>How many items there are so far.</summary>
    public readonly int Count => _count;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (_buffer is null || _count == _buffer.Length)
        {
            Grow();
        }

        _buffer![_count++] = item;
    }

    /// <summary>Makes the list and gives the buffer back.</summary>
    public ContractList<T> Build()
    {
        var list = ContractList.Create<T>(_buffer.AsSpan(0, _count));
        Release();
        _count = 0;
        return list;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(8, _count * 2));
        _buffer.AsSpan(0, _count).CopyTo(larger);
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
}
