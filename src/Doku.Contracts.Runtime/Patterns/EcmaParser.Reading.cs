namespace Doku.Contracts.Runtime;

/// <content>The steps that all parts share.</content>
internal sealed partial class EcmaParser
{
    private static readonly EcmaNode Nothing = new EcmaSequence(0, []);

    private EcmaNode Fail(int at, string message)
    {
        _error ??= new EcmaError(message, at);
        _at = _text.Length;
        return Nothing;
    }

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private bool TryTake(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool TryTake(string text)
    {
        if (string.CompareOrdinal(_text, _at, text, 0, text.Length) != 0)
        {
            return false;
        }

        _at += text.Length;
        return true;
    }

    /// <summary>A surrogate pair is one code point, an unpaired surrogate too.</summary>
    private int ReadCodePoint()
    {
        var c = _text[_at++];
        return char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek())
            ? char.ConvertToUtf32(c, _text[_at++])
            : c;
    }

    /// <summary>Decimal digits without leading zeros; none when there is no digit.</summary>
    private string ReadDigits()
    {
        var start = _at;
        while (IsDigit(Peek()))
        {
            _at++;
        }

        var digits = _text.Substring(start, _at - start).TrimStart('0');
        return digits.Length == 0 && _at > start ? "0" : digits;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
