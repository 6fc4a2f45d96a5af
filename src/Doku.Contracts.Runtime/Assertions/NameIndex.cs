namespace Doku.Contracts.Runtime.Assertions;

/// <summary>Finds a name's place in a list of names.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;

    public NameIndex(IEnumerable<string> names)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            places.TryAdd(name, Count++);
        }

        _places = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many names there are.</summary>
    public int Count { get; }

    /// <summary>The name's place; -1 when it isn't there.</summary>
    public int Find(ReadOnlySpan<char> name) => _places.TryGetValue(name, out var at) ? at : -1;
}
