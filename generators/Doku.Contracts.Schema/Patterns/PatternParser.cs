using System.Globalization;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>
/// Reads a pattern (ECMA-262) as an anchored sequence of repeated classes. That is what nearly every contract's
/// pattern is, and it needs no regular expression. Groups, alternatives, assertions and lazy quantifiers don't fit;
/// for those the caller falls back to <see cref="RegexTranslator"/>.
/// </summary>
internal sealed class PatternParser
{
    private readonly string _pattern;
    private int _at;

    private PatternParser(string pattern)
    {
        _pattern = pattern;
    }

    public static List<SequenceElement>? TryParse(string pattern)
    {
        if (pattern.Length < 2 || pattern[0] != '^' || !PatternShape.EndsWithAnchor(pattern))
        {
            return null;
        }

        var parser = new PatternParser(pattern) { _at = 1 };
        var elements = new List<SequenceElement>();
        while (parser._at < pattern.Length - 1)
        {
            if (parser.TryElement() is not { } element)
            {
                return null;
            }

            elements.Add(element);
        }

        return elements;
    }

    private SequenceElement? TryElement()
    {
        List<CodePointRange>? ranges;
        switch (_pattern[_at])
        {
            case '[':
                ranges = TryClass();
                break;
            case '\\':
                ranges = TryEscape(inClass: false);
                break;
            case '.':
                _at++;
                ranges = RangeSet.Complement(RangeSet.LineTerminators);
                break;
            case '(' or ')' or '|' or '^' or '$' or '*' or '+' or '?' or '{' or '}' or ']':
                return null;
            default:
                var c = ReadCodePoint();
                ranges = [new CodePointRange(c, c)];
                break;
        }

        return ranges is null || !TryQuantifier(out var min, out var max)
            ? null
            : new SequenceElement(RangeSet.Normalize(ranges).ToEquatableArray(), min, max);
    }

    private List<CodePointRange>? TryClass()
    {
        _at++;
        var isNegated = Peek() == '^';
        _at += isNegated ? 1 : 0;
        var ranges = new List<CodePointRange>();
        while (_at < _pattern.Length && _pattern[_at] != ']')
        {
            if (TryClassAtom() is not { } first)
            {
                return null;
            }

            if (Peek() == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']')
            {
                _at++;
                // Either side of a range is one character: [\w-z] is an error in ECMA-262's Unicode mode.
                if (
                    TryClassAtom() is not { } last
                    || !IsOne(first)
                    || !IsOne(last)
                    || first[0].First > last[0].First
                )
                {
                    return null;
                }

                ranges.Add(new CodePointRange(first[0].First, last[0].First));
            }
            else
            {
                ranges.AddRange(first);
            }
        }

        if (_at >= _pattern.Length)
        {
            return null;
        }

        _at++;
        return isNegated ? RangeSet.Complement(ranges) : ranges;
    }

    private List<CodePointRange>? TryClassAtom()
    {
        if (_at >= _pattern.Length)
        {
            return null;
        }

        if (_pattern[_at] == '\\')
        {
            return TryEscape(inClass: true);
        }

        var c = ReadCodePoint();
        return [new CodePointRange(c, c)];
    }

    private List<CodePointRange>? TryEscape(bool inClass)
    {
        _at++;
        if (_at >= _pattern.Length)
        {
            return null;
        }

        var c = _pattern[_at++];
        return c switch
        {
            'd' => [.. RangeSet.Digits],
            'D' => RangeSet.Complement(RangeSet.Digits),
            'w' => [.. RangeSet.Word],
            'W' => RangeSet.Complement(RangeSet.Word),
            's' => [.. RangeSet.Space],
            'S' => RangeSet.Complement(RangeSet.Space),
            't' => One('\t'),
            'n' => One('\n'),
            'r' => One('\r'),
            'f' => One('\f'),
            'v' => One('\v'),
            '0' when !char.IsDigit(Peek()) => One('\0'),
            'b' when inClass => One('\b'),
            'x' => TryHex(2),
            'u' => TryUnicode(),
            _ when char.IsLetterOrDigit(c) => null,
            _ => One(c),
        };
    }

    private List<CodePointRange>? TryUnicode()
    {
        if (Peek() == '{')
        {
            var end = _pattern.IndexOf('}', _at);
            if (
                end < 0
                || !int.TryParse(
                    _pattern.Substring(_at + 1, end - _at - 1),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var value
                )
                || value is < 0 or > RangeSet.LastCodePoint
            )
            {
                return null;
            }

            _at = end + 1;
            return One(value);
        }

        if (TryHex(4) is not { } first)
        {
            return null;
        }

        // Two escapes may be the halves of one character.
        if (
            first[0].First is >= 0xD800 and <= 0xDBFF
            && _at + 1 < _pattern.Length
            && _pattern[_at] == '\\'
            && _pattern[_at + 1] == 'u'
        )
        {
            _at += 2;
            return TryHex(4) is { } second && second[0].First is >= 0xDC00 and <= 0xDFFF
                ? One(char.ConvertToUtf32((char)first[0].First, (char)second[0].First))
                : null;
        }

        return first;
    }

    private List<CodePointRange>? TryHex(int digits)
    {
        if (
            _at + digits > _pattern.Length
            || !int.TryParse(
                _pattern.Substring(_at, digits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return null;
        }

        _at += digits;
        return One(value);
    }

    private bool TryQuantifier(out int min, out int? max)
    {
        (min, max) = (1, 1);
        switch (Peek())
        {
            case '*':
                (min, max) = (0, null);
                break;
            case '+':
                (min, max) = (1, null);
                break;
            case '?':
                (min, max) = (0, 1);
                break;
            case '{':
                return TryBraces(out min, out max);
            default:
                return true;
        }

        _at++;
        return Peek() != '?';
    }

    private bool TryBraces(out int min, out int? max)
    {
        (min, max) = (0, null);
        var end = _pattern.IndexOf('}', _at);
        if (end < 0)
        {
            return false;
        }

        var parts = _pattern.Substring(_at + 1, end - _at - 1).Split(',');
        _at = end + 1;
        if (parts.Length > 2 || !TryCount(parts[0], out min))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            max = min;
        }
        else if (parts[1].Length > 0)
        {
            if (!TryCount(parts[1], out var most) || most < min)
            {
                return false;
            }

            max = most;
        }

        return Peek() != '?';
    }

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private static bool IsOne(List<CodePointRange> ranges) =>
        ranges.Count == 1 && ranges[0].First == ranges[0].Last;

    private static List<CodePointRange> One(int c) => [new CodePointRange(c, c)];

    private char Peek() => _at < _pattern.Length ? _pattern[_at] : '\0';

    private int ReadCodePoint()
    {
        if (
            char.IsHighSurrogate(_pattern[_at])
            && _at + 1 < _pattern.Length
            && char.IsLowSurrogate(_pattern[_at + 1])
        )
        {
            var pair = char.ConvertToUtf32(_pattern[_at], _pattern[_at + 1]);
            _at += 2;
            return pair;
        }

        return _pattern[_at++];
    }
}
