using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Doku.Contracts.Runtime;

/// <summary>Makes <see cref="ContractMap{T}"/>s; collection expressions call it.</summary>
public static class ContractMap
{
    /// <summary>Makes a map of names and values.</summary>
    /// <exception cref="ArgumentException">A name is there twice.</exception>
    public static ContractMap<T> Create<T>(params ReadOnlySpan<KeyValuePair<string, T>> members)
    {
        if (members.IsEmpty)
        {
            return ContractMap<T>.Empty;
        }

        var sorted = members.ToArray();
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key)
            {
                throw new ArgumentException("A name is there twice.", nameof(members));
            }
        }

        return new ContractMap<T>(sorted);
    }

    /// <summary>Makes a map of a sequence's names and values.</summary>
    /// <exception cref="ArgumentException">A name is there twice.</exception>
    public static ContractMap<T> ToContractMap<T>(
        this IEnumerable<KeyValuePair<string, T>> members
    ) => Create<T>(members.ToArray());
}

/// <summary>
/// Values by name: an object whose members the schema doesn't name. It never changes, is equal to another with equal
/// members, and is kept and written in ordinal order of the names, so that equal maps give equal bytes.
/// </summary>
[CollectionBuilder(typeof(ContractMap), nameof(ContractMap.Create))]
[SuppressMessage(
    "Naming",
    "CA1710:Identifiers should have correct suffix",
    Justification = "A contract's map is called a map."
)]
public sealed class ContractMap<T>
    : IReadOnlyCollection<KeyValuePair<string, T>>,
        IEquatable<ContractMap<T>>
{
    private readonly KeyValuePair<string, T>[] _members;

    internal ContractMap(KeyValuePair<string, T>[] members)
    {
        _members = members;
    }

    /// <summary>The map without members.</summary>
    [SuppressMessage(
        "Design",
        "CA1000:Do not declare static members on generic types",
        Justification = "As on ImmutableArray."
    )]
    public static ContractMap<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _members.Length;

    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name. The exception doesn't repeat it.</exception>
    public T this[string name] =>
        TryGetValue(name, out var value)
            ? value
            : throw new KeyNotFoundException("The map has no member of that name.");

    /// <summary>The members as a span, in ordinal order of the names.</summary>
    public ReadOnlySpan<KeyValuePair<string, T>> AsSpan() => _members;

    /// <summary>Looks a name up.</summary>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out T value)
    {
        var (low, high) = (0, _members.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(_members[middle].Key, name);
            if (order == 0)
            {
                value = _members[middle].Value;
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ContractMap<T>? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < _members.Length; i++)
        {
            if (
                _members[i].Key != other._members[i].Key
                || !EqualityComparer<T>.Default.Equals(_members[i].Value, other._members[i].Value)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is ContractMap<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in _members)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>How many members there are; names and values may be personal data.</summary>
    public override string ToString() => $"{Count} members";

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();
}
