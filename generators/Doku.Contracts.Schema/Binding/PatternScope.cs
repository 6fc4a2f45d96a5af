using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>The patterns that one class holds: each once, however many values it is for.</summary>
internal sealed class PatternScope(NameScope names)
{
    private readonly List<NamedPattern> _patterns = [];

    public EquatableArray<NamedPattern> All => _patterns.ToEquatableArray();

    /// <summary>A pattern under the name of the first value that has it.</summary>
    public NamedPattern Take(string name, PatternModel pattern)
    {
        var known = _patterns.Find(p => p.Pattern.Equals(pattern));
        if (known is null)
        {
            known = new NamedPattern(names.Take(name), pattern);
            _patterns.Add(known);
        }

        return known;
    }
}
