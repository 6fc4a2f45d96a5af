using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Doku.Contracts.Runtime;

/// <summary>Makes <see cref="ContractList{T}"/>s; collection expressions call it: <c>LineItems = [coffee, tea]</c>.</summary>
public static class ContractList
{
    /// <summary>Makes a list of copies of the items.</summary>
    public static ContractList<T> Create<T>(params ReadOnlySpan<T> items) =>
        items.IsEmpty ? ContractList<T>.Empty : new ContractList<T>(items.ToArray());

    /// <summary>Makes a list of a sequence's items.</summary>
    public static ContractList<T> ToContractList<T>(this IEnumerable<T> items) =>
        Create<T>(items.ToArray());
}

/// <summary>A list that never changes and is equal to another with equal items in the same order.</summary>
[CollectionBuilder(typeof(ContractList), nameof(ContractList.Create))]
[SuppressMessage(
    "Naming",
    "CA1710:Identifiers should have correct suffix",
    Justification = "A contract's list is called a list."
)]
public sealed class ContractList<T> : IReadOnlyList<T>, IEquatable<ContractList<T>>
{
    private readonly T[] _items;

    internal ContractList(T[] items)
    {
        _items = items;
    }

    /// <summary>The list without items.</summary>
    [SuppressMessage(
        "Design",
        "CA1000:Do not declare static members on generic types",
        Justification = "As on ImmutableArray."
    )]
    public static ContractList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The items as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ContractList<T>? other) =>
        other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is ContractList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>How many items there are; the items themselves may be personal data.</summary>
    public override string ToString() => $"{Count} items";

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
