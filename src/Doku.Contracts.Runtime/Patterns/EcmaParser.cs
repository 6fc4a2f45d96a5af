using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>
/// Parses a regular expression of ECMA-262 (2020, section 21.2.1) with the <c>u</c> flag. After the first error the
/// rest of the pattern counts as read, which ends every loop; nothing is made of it then.
/// </summary>
internal sealed partial class EcmaParser
{
    // Deep enough for anyone who writes patterns, and no danger to the stack of a thread.
    private const int MaxDepth = 200;

    private readonly string _text;
    private int _at;
    private int _depth;
    private int _captures;
    private EcmaError? _error;

    private EcmaParser(string text)
    {
        _text = text;
    }

    /// <summary>Parses a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="error">What is wrong with it, when null is returned.</param>
    public static EcmaNode? Parse(string text, out EcmaError? error)
    {
        var parser = new EcmaParser(text);
        var tree = parser.ReadAlternatives();
        if (parser._at < text.Length)
        {
            parser.Fail(parser._at, "no group is open that ) could close");
        }

        parser.CheckReferences();
        error = parser._error;
        return error is null ? tree : null;
    }

    private EcmaNode ReadAlternatives()
    {
        var at = _at;
        var alternatives = new List<EcmaNode> { ReadSequence() };
        while (TryTake('|'))
        {
            alternatives.Add(ReadSequence());
        }

        return alternatives.Count == 1 ? alternatives[0] : new EcmaAlternation(at, alternatives);
    }

    private EcmaNode ReadSequence()
    {
        var at = _at;
        var parts = new List<EcmaNode>();
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            parts.Add(ReadTerm());
        }

        return parts.Count == 1 ? parts[0] : new EcmaSequence(at, parts);
    }

    private EcmaNode ReadTerm()
    {
        var at = _at;
        switch (_text[_at])
        {
            case '*' or '+' or '?' or '{':
                return Fail(at, $"there is nothing that {_text[at]} could repeat");
            case '}' or ']':
                return Fail(at, $"{_text[at]} by itself is written \\{_text[at]}");
            case '(':
                var group = ReadGroup();
                return group is EcmaLookaround ? group : ReadQuantifier(group);
            default:
                // An anchor isn't repeated: a quantifier after it has nothing to repeat.
                return ReadAnchor() ?? ReadQuantifier(ReadAtom());
        }
    }

    private EcmaAnchor? ReadAnchor()
    {
        var at = _at;
        EcmaAnchorKind? kind =
            TryTake('^') ? EcmaAnchorKind.Start
            : TryTake('$') ? EcmaAnchorKind.End
            : TryTake("\\b") ? EcmaAnchorKind.WordBoundary
            : TryTake("\\B") ? EcmaAnchorKind.NoWordBoundary
            : null;
        return kind is { } found ? new EcmaAnchor(at, found) : null;
    }

    private EcmaNode ReadAtom()
    {
        var at = _at;
        switch (_text[_at])
        {
            case '.':
                _at++;
                return new EcmaCharacter(
                    at,
                    new EcmaSet(EcmaRanges.LineTerminators, isNegated: true),
                    null
                );
            case '[':
                return ReadClass();
            case '\\':
                return ReadAtomEscape();
            default:
                return Literal(at, ReadCodePoint());
        }
    }

    private static EcmaCharacter Literal(int at, int codePoint) =>
        new(at, new EcmaSet([new(codePoint, codePoint)]), null);

    private EcmaNode ReadQuantifier(EcmaNode inner)
    {
        var at = _at;
        var (min, max) = (0, (int?)null);
        if (TryTake('+'))
        {
            min = 1;
        }
        else if (TryTake('?'))
        {
            max = 1;
        }
        else if (TryTake('{'))
        {
            ReadBounds(at, out min, out max);
        }
        else if (!TryTake('*'))
        {
            return inner;
        }

        return new EcmaQuantifier(at, inner, min, max, TryTake('?'));
    }

    private void ReadBounds(int at, out int min, out int? max)
    {
        var first = ReadDigits();
        var last = TryTake(',') ? ReadDigits() : first;
        if (first.Length == 0 || !TryTake('}'))
        {
            Fail(
                at,
                "{ begins a number of repetitions, as in {2}, {2,} and {2,5}; a literal { is written \\{"
            );
        }
        else if (last.Length > 0 && IsAbove(first, last))
        {
            Fail(at, "the least number of repetitions is above the greatest");
        }

        min = ToCount(first) ?? int.MaxValue;
        max = ToCount(last);
    }

    private static bool IsAbove(string left, string right) =>
        left.Length != right.Length
            ? left.Length > right.Length
            : string.CompareOrdinal(left, right) > 0;

    // No text has as many characters as the largest integer: so many repetitions are as good as no limit.
    private static int? ToCount(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count < int.MaxValue
            ? count
            : null;
}
