using System.Globalization;
using System.Text;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Makes texts that match a pattern; it knows the forms that the tests' schemas use.</summary>
internal sealed class PatternSampler(string pattern, Random random, int wanted)
{
    private const string Pool = "abcxyzABCXYZ0189 .,'-/é_|<ß";

    private int _at;

    public string Sample()
    {
        _at = 0;
        return Alternatives();
    }

    private string Alternatives()
    {
        var choices = new List<string> { Sequence() };
        while (_at < pattern.Length && pattern[_at] == '|')
        {
            _at++;
            choices.Add(Sequence());
        }

        return choices[random.Next(choices.Count)];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < pattern.Length && pattern[_at] is not ('|' or ')'))
        {
            var from = _at;
            Atom();
            var (min, max) = Quantifier();
            var after = _at;
            for (var i = random.Next(min, max + 1); i > 0; i--)
            {
                _at = from;
                text.Append(Atom());
            }

            _at = after;
        }

        return text.ToString();
    }

    private string Atom()
    {
        var c = pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '(':
                _at += pattern[_at] == '?' ? 2 : 0;
                var inner = Alternatives();
                _at++;
                return inner;
            case '[':
                return Class();
            case '.':
                return Pick(Pool);
            case '\\':
                return Escape(pattern[_at++]);
            default:
                return char.IsHighSurrogate(c) ? $"{c}{pattern[_at++]}" : c.ToString();
        }
    }

    private string Class()
    {
        var isNegated = pattern[_at] == '^';
        _at += isNegated ? 1 : 0;
        var ranges = new List<(Rune First, Rune Last)>();
        while (pattern[_at] != ']')
        {
            var first = Member(out var isSet);
            var last = first;
            if (!isSet && pattern[_at] == '-' && pattern[_at + 1] != ']')
            {
                _at++;
                last = Member(out _);
            }

            ranges.Add((first, last));
        }

        _at++;
        if (isNegated)
        {
            var allowed = Pool.EnumerateRunes()
                .Where(r => ranges.TrueForAll(range => r < range.First || r > range.Last));
            return Pick(string.Concat(allowed));
        }

        if (ranges.Count == 0)
        {
            return "";
        }

        var (low, high) = ranges[random.Next(ranges.Count)];
        return new Rune(random.Next(low.Value, high.Value + 1)).ToString();
    }

    private Rune Member(out bool isSet)
    {
        isSet = false;
        if (pattern[_at] != '\\')
        {
            var rune = Rune.GetRuneAt(pattern, _at);
            _at += rune.Utf16SequenceLength;
            return rune;
        }

        _at++;
        var c = pattern[_at++];
        isSet = c is 'd' or 'D' or 'w' or 'W' or 's' or 'S';
        return Rune.GetRuneAt(Escape(c), 0);
    }

    private string Escape(char c) =>
        c switch
        {
            'd' => Pick("0123456789"),
            'D' => Pick("ax-é"),
            'w' => Pick("aZ_9"),
            'W' => Pick("-é |"),
            's' => Pick(" \t\u00A0"),
            'S' => Pick("ax9é"),
            't' => "\t",
            'n' => "\n",
            'u' => Hex(4),
            'x' => Hex(2),
            _ => c.ToString(),
        };

    private string Hex(int digits)
    {
        var value = int.Parse(
            pattern.AsSpan(_at, digits),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        );
        _at += digits;
        return ((char)value).ToString();
    }

    private (int Min, int Max) Quantifier()
    {
        var most = Math.Max(1, wanted);
        var range = (_at < pattern.Length ? pattern[_at] : ' ') switch
        {
            '*' => (0, most),
            '+' => (1, most),
            '?' => (0, 1),
            '{' => Braces(),
            _ => (-1, -1),
        };
        if (range == (-1, -1))
        {
            return (1, 1);
        }

        _at++;
        _at += _at < pattern.Length && pattern[_at] == '?' ? 1 : 0;
        return range;
    }

    private (int Min, int Max) Braces()
    {
        var end = pattern.IndexOf('}', _at);
        var parts = pattern[(_at + 1)..end].Split(',');
        _at = end;
        var min = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var max =
            parts.Length == 1 ? min
            : parts[1].Length == 0 ? Math.Max(min, wanted)
            : int.Parse(parts[1], CultureInfo.InvariantCulture);
        return (min, max);
    }

    private string Pick(string characters) =>
        characters.Length == 0 ? "" : characters[random.Next(characters.Length)].ToString();
}
