using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Doku.Contracts.Runtime;

/// <summary>
/// The ASCII part of a character set, for a quick yes. The framework's searches also say where a character is that
/// doesn't belong; most texts of a contract are short and right, and for those this costs less than half.
/// </summary>
internal readonly struct AsciiSet
{
    private readonly UInt128 _members;

    // A bit for each character: its low four bits choose the byte, its high three the bit.
    private readonly Vector128<byte> _rows;

    internal AsciiSet(ReadOnlySpan<char> members)
    {
        Span<byte> rows = stackalloc byte[Vector128<byte>.Count];
        rows.Clear();
        foreach (var member in members)
        {
            _members |= UInt128.One << member;
            rows[member & 0x0F] |= (byte)(1 << (member >> 4));
        }

        _rows = Vector128.Create(rows);
    }

    private static Vector128<byte> Bits => Vector128.Create(0x8040201008040201UL, 0).AsByte();

    /// <summary>Whether a text is ASCII and all of it in the set. No says nothing about characters beyond ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Holds(ReadOnlySpan<char> text)
    {
        if (!Vector128.IsHardwareAccelerated || text.Length < 4)
        {
            return HoldsEach(text);
        }

        var units = MemoryMarshal.Cast<char, ushort>(text);
        if (units.Length <= 8)
        {
            // Two halves that overlap cover 4 to 8 characters.
            var bytes = MemoryMarshal.AsBytes(text);
            var eight = Vector128.Create(
                MemoryMarshal.Read<ulong>(bytes),
                MemoryMarshal.Read<ulong>(bytes[^8..])
            );
            return Holds(eight.AsUInt16(), eight.AsUInt16());
        }

        if (units.Length <= 16)
        {
            return Holds(Vector128.Create(units), Vector128.Create(units[^8..]));
        }

        return HoldsLong(units);
    }

    /// <summary>The same of a text's bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Holds(ReadOnlySpan<byte> text)
    {
        if (!Vector128.IsHardwareAccelerated || text.Length < 4)
        {
            return HoldsEach(text);
        }

        if (text.Length < 8)
        {
            return Holds(
                Vector128
                    .Create(
                        MemoryMarshal.Read<uint>(text),
                        MemoryMarshal.Read<uint>(text[^4..]),
                        MemoryMarshal.Read<uint>(text),
                        MemoryMarshal.Read<uint>(text[^4..])
                    )
                    .AsByte()
            );
        }

        return text.Length <= 16
            ? Holds(
                Vector128
                    .Create(MemoryMarshal.Read<ulong>(text), MemoryMarshal.Read<ulong>(text[^8..]))
                    .AsByte()
            )
            : HoldsLong(text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HoldsLong(ReadOnlySpan<ushort> units)
    {
        for (var at = 0; at < units.Length; at += 16)
        {
            // The last step reaches back over characters that are known to belong.
            var next = units[Math.Min(at, units.Length - 16)..];
            if (!Holds(Vector128.Create(next), Vector128.Create(next[8..])))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HoldsLong(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; at += 16)
        {
            if (!Holds(Vector128.Create(text[Math.Min(at, text.Length - 16)..])))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds(Vector128<ushort> first, Vector128<ushort> second) =>
        ((first | second) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero
        && Holds(Vector128.Narrow(first, second));

    // A byte beyond ASCII has no bit of its own: the shuffle of its high half finds none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds(Vector128<byte> bytes)
    {
        var rows = Vector128.ShuffleNative(_rows, bytes & Vector128.Create((byte)0x0F));
        var bits = Vector128.ShuffleNative(Bits, bytes >>> 4);
        return !Vector128.EqualsAny(rows & bits, Vector128<byte>.Zero);
    }

    private bool HoldsEach(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Has(c))
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsEach(ReadOnlySpan<byte> text)
    {
        foreach (var c in text)
        {
            if (!Has(c))
            {
                return false;
            }
        }

        return true;
    }

    private bool Has(int c) => c <= 0x7F && (_members >> c & UInt128.One) != UInt128.Zero;
}
