using System.Buffers;

namespace Doku.Contracts.Runtime.Assertions;

/// <content>Marks, in a stack of bits: what begins last ends first.</content>
internal ref partial struct Judgement
{
    /// <summary>Begins to mark a value's items or members.</summary>
    public Marks Begin(int at) => BeginMarks(View[at].Count);

    /// <summary>Begins to mark so many things.</summary>
    public Marks BeginMarks(int count)
    {
        var length = (count + 63) / 64;
        var used = _usedBits + length;
        if (_bits is null || used > _bits.Length)
        {
            var larger = ArrayPool<ulong>.Shared.Rent(Math.Max(used * 2, 16));
            _bits.AsSpan(0, _usedBits).CopyTo(larger);
            ReturnMarks();
            _bits = larger;
        }

        _bits.AsSpan(_usedBits, length).Clear();
        var marks = new Marks(_usedBits, length);
        _usedBits = used;
        return marks;
    }

    /// <summary>Ends marking.</summary>
    /// <param name="marks">The marks that began last.</param>
    /// <param name="to">Where the marks are added, if anywhere.</param>
    public void End(Marks marks, Marks to)
    {
        for (var i = 0; i < to.Length; i++)
        {
            _bits![to.Start + i] |= _bits[marks.Start + i];
        }

        _usedBits = marks.Start;
    }

    public readonly void Mark(Marks marks, int index)
    {
        if (!marks.IsNone)
        {
            _bits![marks.Start + (index >> 6)] |= 1UL << (index & 63);
        }
    }

    public readonly void MarkAll(Marks marks)
    {
        if (!marks.IsNone)
        {
            _bits.AsSpan(marks.Start, marks.Length).Fill(ulong.MaxValue);
        }
    }

    public readonly bool IsMarked(Marks marks, int index) =>
        !marks.IsNone && (_bits![marks.Start + (index >> 6)] & (1UL << (index & 63))) != 0;

    private readonly void ReturnMarks()
    {
        if (_bits is not null)
        {
            ArrayPool<ulong>.Shared.Return(_bits);
        }
    }
}
