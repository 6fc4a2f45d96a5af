using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <content>Groups, and what refers to them.</content>
internal sealed partial class EcmaParser
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(EcmaBackReference Reference, string Name)> _references = [];

    private EcmaNode ReadGroup()
    {
        var at = _at++;
        if (++_depth > MaxDepth)
        {
            return Fail(at, "groups are nested too deeply");
        }

        var group = ReadGroupKind(at);
        if (!TryTake(')'))
        {
            Fail(at, "the group isn't closed");
        }

        _depth--;
        return group;
    }

    private EcmaNode ReadGroupKind(int at)
    {
        if (TryTake("?:"))
        {
            return new EcmaGroup(at, ReadAlternatives(), null, null);
        }

        foreach (var isBehind in new[] { false, true })
        {
            foreach (var isNegated in new[] { false, true })
            {
                if (TryTake((isBehind ? "?<" : "?") + (isNegated ? "!" : "=")))
                {
                    return new EcmaLookaround(at, ReadAlternatives(), isBehind, isNegated);
                }
            }
        }

        string? name = null;
        if (TryTake("?<"))
        {
            name = ReadName(at);
            if (!_names.Add(name))
            {
                Fail(at, $"two groups are named {name}");
            }
        }
        else if (Peek() == '?')
        {
            return Fail(
                at,
                "ECMA-262 has the groups (…), (?:…), (?<name>…), (?=…), (?!…), (?<=…) and (?<!…) alone"
            );
        }

        var number = ++_captures;
        return new EcmaGroup(at, ReadAlternatives(), number, name);
    }

    private string ReadName(int at)
    {
        var name = new StringBuilder();
        while (_at < _text.Length && !TryTake('>'))
        {
            var codePoint = TryTake("\\u") ? ReadUnicodeEscape(_at - 2) : ReadCodePoint();
            if (
                name.Length == 0
                    ? !EcmaCategory.StartsName(codePoint)
                    : !EcmaCategory.ContinuesName(codePoint)
            )
            {
                Fail(at, "the name of a group is an identifier");
                return "";
            }

            name.Append(char.ConvertFromUtf32(codePoint));
        }

        if (name.Length == 0 || _text[_at - 1] != '>')
        {
            Fail(at, "the name of a group is an identifier between < and >");
        }

        return name.ToString();
    }

    private EcmaBackReference ReadBackReference(int at)
    {
        string name;
        if (TryTake('k'))
        {
            name = TryTake('<') ? ReadName(at) : "";
            if (name.Length == 0)
            {
                Fail(at, "\\k is followed by the name of a group, as in \\k<name>");
            }
        }
        else
        {
            name = ReadDigits();
        }

        var reference = new EcmaBackReference(at, _text.Substring(at, _at - at));
        _references.Add((reference, name));
        return reference;
    }

    // A group may come after the reference to it.
    private void CheckReferences()
    {
        foreach (var (reference, name) in _references)
        {
            if (IsDigit(name.FirstOrDefault()) ? !IsCaptured(name) : !_names.Contains(name))
            {
                Fail(reference.At, $"{reference.Text} refers to a group that isn't there");
            }
        }
    }

    private bool IsCaptured(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= _captures;
}
