using System.Buffers;
using System.Runtime.CompilerServices;

namespace Doku.Contracts.Runtime.Assertions;

internal enum Verdict : byte
{
    None,
    Fits,

    /// <summary>It doesn't fit, and no reason was given.</summary>
    Fails,

    /// <summary>It doesn't fit, and the reasons are among the errors.</summary>
    IsReported,
}

/// <summary>
/// What was found of a value by a schema that is referred to. A schema that refers to itself from two alternatives would
/// otherwise judge what lies n deep 2ⁿ times, and it is the sender who chooses n.
/// </summary>
internal ref struct VerdictTable
{
    public const int AnyScope = 0;

    private const int FewEntries = 16;

    // Null until something is kept.
    private Entry[]? _entries;
    private int _count;
    private int _mask;

    /// <param name="schema">The schema.</param>
    /// <param name="at">The value.</param>
    /// <param name="scope">The dynamic scope in which the verdict holds; <see cref="AnyScope"/> when it holds in each.</param>
    public readonly Verdict Find(Assertion schema, int at, int scope) =>
        _entries is null ? Verdict.None : _entries[SlotOf(schema, at, scope)].Verdict;

    /// <inheritdoc cref="Find"/>
    public void Keep(Assertion schema, int at, int scope, Verdict verdict)
    {
        // Half of the slots stay empty, so that a search soon ends.
        if (_entries is null || _count * 2 > _mask)
        {
            Grow();
        }

        ref var entry = ref _entries![SlotOf(schema, at, scope)];
        _count += entry.Schema is null ? 1 : 0;
        entry = new Entry(schema, at, scope, verdict);
    }

    public readonly void Return()
    {
        if (_entries is not null)
        {
            ArrayPool<Entry>.Shared.Return(_entries, clearArray: true);
        }
    }

    private readonly int SlotOf(Assertion schema, int at, int scope)
    {
        var slot = unchecked(RuntimeHelpers.GetHashCode(schema) + (at * 31) + (scope * 7)) & _mask;
        while (_entries![slot] is { Schema: { } known } entry)
        {
            if (known == schema && entry.At == at && entry.Scope == scope)
            {
                break;
            }

            slot = (slot + 1) & _mask;
        }

        return slot;
    }

    private void Grow()
    {
        var before = this;
        var size = Math.Max((_mask + 1) * 2, FewEntries);
        _entries = ArrayPool<Entry>.Shared.Rent(size);
        _entries.AsSpan(0, size).Clear();
        _mask = size - 1;
        _count = 0;
        foreach (
            var entry in before._entries.AsSpan(0, before._entries is null ? 0 : before._mask + 1)
        )
        {
            if (entry.Schema is not null)
            {
                Keep(entry.Schema, entry.At, entry.Scope, entry.Verdict);
            }
        }

        before.Return();
    }

    private readonly record struct Entry(Assertion? Schema, int At, int Scope, Verdict Verdict);
}
