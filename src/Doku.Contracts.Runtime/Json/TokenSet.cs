using System.Buffers;
using System.Numerics;

namespace Doku.Contracts.Runtime;

/// <summary>Different values of one JSON text, found by their hash codes, in a pooled array.</summary>
internal readonly ref struct TokenSet
{
    // A token's number plus one; 0 is an empty slot.
    private readonly int[]? _slots;
    private readonly int _mask;

    /// <summary>Makes a set that takes so many values.</summary>
    public TokenSet(int capacity)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)capacity * 2);
        _slots = ArrayPool<int>.Shared.Rent(size);
        _slots.AsSpan(0, size).Clear();
        _mask = size - 1;
    }

    /// <summary>The names of an object's members.</summary>
    public static TokenSet OfNames(JsonView view, int parent)
    {
        var set = new TokenSet(view[parent].Count);
        for (var name = parent + 1; name < view[parent].Next; name = view[name + 1].Next)
        {
            set.Add(view, name);
        }

        return set;
    }

    /// <summary>Adds a value.</summary>
    /// <returns>False when an equal one is there already.</returns>
    public bool Add(JsonView view, int at)
    {
        var slot = SlotOf(view, view, at);
        if (_slots![slot] != 0)
        {
            return false;
        }

        _slots[slot] = at + 1;
        return true;
    }

    /// <summary>Finds a value of this set's text that is equal to one of another text; -1 when there is none.</summary>
    public int Find(JsonView view, JsonView other, int otherAt) =>
        _slots![SlotOf(view, other, otherAt)] - 1;

    public void Dispose()
    {
        if (_slots is not null)
        {
            ArrayPool<int>.Shared.Return(_slots);
        }
    }

    // The slot of an equal value, or an empty one.
    private int SlotOf(JsonView view, JsonView other, int otherAt)
    {
        var hash = JsonHash.Of(other, otherAt);
        for (var slot = hash & _mask; ; slot = (slot + 1) & _mask)
        {
            var at = _slots![slot] - 1;
            if (
                at < 0
                || (view[at].Hash == hash && JsonEquality.AreEqual(view, at, other, otherAt))
            )
            {
                return slot;
            }
        }
    }
}
