using System.Buffers;

namespace Doku.Contracts.Runtime;

/// <summary>A stack of numbers in a pooled array.</summary>
internal ref struct IntStack
{
    private int[] _items;
    private int _count;

    public IntStack()
    {
        _items = ArrayPool<int>.Shared.Rent(64);
    }

    public readonly bool IsEmpty => _count == 0;

    public void Push(int item)
    {
        if (_count == _items.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(_count * 2);
            _items.CopyTo(larger, 0);
            ArrayPool<int>.Shared.Return(_items);
            _items = larger;
        }

        _items[_count++] = item;
    }

    public int Pop() => _items[--_count];

    public readonly void Dispose() => ArrayPool<int>.Shared.Return(_items);
}
