using System.Globalization;

namespace Doku.Contracts.Schema.Naming;

/// <summary>The names that are taken in one place. Every name that is printed is allotted by one of these.</summary>
internal sealed class NameScope(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Takes a name as it is.</summary>
    /// <returns>False when it is taken already.</returns>
    public bool TryTake(string name) => _taken.Add(name);

    /// <summary>Takes a name; where it is taken already, the first free one of <c>Name2</c>, <c>Name3</c> and so on.</summary>
    public string Take(string name)
    {
        var free = name;
        for (var i = 2; !_taken.Add(free); i++)
        {
            free = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    /// <summary>Takes a name, with an ending where the name itself is taken.</summary>
    public string Take(string name, string ending) =>
        Take(_taken.Contains(name) ? name + ending : name);
}
