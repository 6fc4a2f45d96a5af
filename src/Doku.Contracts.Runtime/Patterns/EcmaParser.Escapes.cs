using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <content>What begins with a backslash.</content>
internal sealed partial class EcmaParser
{
    private EcmaNode ReadAtomEscape()
    {
        var at = _at++;
        return Peek() is 'k' or (>= '1' and <= '9') ? ReadBackReference(at)
            : ReadSetEscape(at) is { } set ? new EcmaCharacter(at, set.Set, set.UnknownProperty)
            : Literal(at, ReadCharacterEscape(at));
    }

    /// <summary>An escape that stands for a set; null when it is none.</summary>
    private (EcmaSet Set, string? UnknownProperty)? ReadSetEscape(int at)
    {
        var c = Peek();
        var ranges = c switch
        {
            'd' or 'D' => EcmaRanges.Digits,
            'w' or 'W' => EcmaRanges.Word,
            's' or 'S' => EcmaRanges.Space,
            _ => null,
        };
        if (ranges is not null)
        {
            _at++;
            return (new EcmaSet(ranges, isNegated: c is 'D' or 'W' or 'S'), null);
        }

        return c is 'p' or 'P' ? ReadProperty(at) : null;
    }

    private (EcmaSet Set, string? UnknownProperty) ReadProperty(int at)
    {
        var isNegated = _text[_at++] == 'P';
        var end = TryTake('{') ? _text.IndexOf('}', _at) : -1;
        var text = end < 0 ? "" : _text.Substring(_at, end - _at);
        if (!EcmaProperties.TryFind(text, out var set))
        {
            Fail(at, "\\p is followed by a property of Unicode that ECMA-262 names, as in \\p{Lu}");
            return (EcmaProperties.Nothing, null);
        }

        _at = end + 1;
        return set is null
            ? (EcmaProperties.Nothing, _text.Substring(at, _at - at))
            : (isNegated ? EcmaProperties.Complement(set) : set, null);
    }

    /// <summary>An escape that stands for one character. The backslash is read, what follows isn't.</summary>
    private int ReadCharacterEscape(int at)
    {
        var c = Peek();
        if (_at >= _text.Length)
        {
            Fail(at, "a pattern can't end with a backslash");
            return 0;
        }

        _at++;
        switch (c)
        {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case 'r':
                return '\r';
            case '0' when !IsDigit(Peek()):
                return 0;
            case 'c' when IsLetter(Peek()):
                return _text[_at++] % 32;
            case 'x' when TryHex(2, out var value):
                return value;
            case 'u':
                return ReadUnicodeEscape(at);
            case '^'
            or '$'
            or '\\'
            or '.'
            or '*'
            or '+'
            or '?'
            or '('
            or ')'
            or '['
            or ']'
            or '{'
            or '}'
            or '|'
            or '/':
                return c;
            default:
                Fail(at, $"\\{c} means nothing in ECMA-262");
                return 0;
        }
    }

    /// <summary><c>\u</c> is read; the digits aren't.</summary>
    private int ReadUnicodeEscape(int at)
    {
        if (TryTake('{'))
        {
            var end = _text.IndexOf('}', _at);
            var digits = end < 0 ? "" : _text.Substring(_at, end - _at).TrimStart('0');
            if (
                end > _at
                && digits.Length <= 6
                && TryParseHex(digits, out var value)
                && value <= EcmaRanges.LastCodePoint
            )
            {
                _at = end + 1;
                return value;
            }
        }
        else if (TryHex(4, out var first))
        {
            // Two escapes may be a surrogate pair, which is one character.
            var second = 0;
            if (char.IsHighSurrogate((char)first) && Peek() == '\\' && Peek(1) == 'u')
            {
                var start = _at;
                _at += 2;
                if (TryHex(4, out second) && char.IsLowSurrogate((char)second))
                {
                    return char.ConvertToUtf32((char)first, (char)second);
                }

                _at = start;
            }

            return first;
        }

        Fail(
            at,
            "\\u is followed by four hexadecimal digits, or by a code point up to 10FFFF in braces"
        );
        return 0;
    }

    private bool TryHex(int digits, out int value)
    {
        value = 0;
        if (_at + digits > _text.Length || !TryParseHex(_text.Substring(_at, digits), out value))
        {
            return false;
        }

        _at += digits;
        return true;
    }

    private static bool TryParseHex(string digits, out int value) =>
        int.TryParse(
            digits.Length == 0 ? "0" : digits,
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out value
        );
}
