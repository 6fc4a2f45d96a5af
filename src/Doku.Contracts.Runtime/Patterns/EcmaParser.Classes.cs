namespace Doku.Contracts.Runtime;

/// <content>Classes.</content>
internal sealed partial class EcmaParser
{
    private EcmaCharacter ReadClass()
    {
        var at = _at++;
        var isNegated = TryTake('^');
        var ranges = new List<EcmaRange>();
        var (categories, unknown) = (0u, (string?)null);
        while (_at < _text.Length && _text[_at] != ']')
        {
            var first = ReadClassAtom();
            if (Peek() == '-' && _at + 1 < _text.Length && _text[_at + 1] != ']')
            {
                _at++;
                ranges.Add(ReadRange(first));
                continue;
            }

            ranges.AddRange(first.Set.Ranges);
            categories |= first.Set.Categories;
            unknown ??= first.UnknownProperty;
        }

        if (!TryTake(']'))
        {
            Fail(at, "the class isn't closed");
        }

        return new EcmaCharacter(at, new EcmaSet(ranges, categories, isNegated), unknown);
    }

    private EcmaRange ReadRange(ClassAtom first)
    {
        var last = ReadClassAtom();
        if (first.CodePoint is not { } from || last.CodePoint is not { } to)
        {
            Fail(first.At, "both ends of a range are single characters");
            return default;
        }

        if (from > to)
        {
            Fail(first.At, "the first character of a range is above the last");
            return default;
        }

        return new EcmaRange(from, to);
    }

    private ClassAtom ReadClassAtom()
    {
        var at = _at;
        if (!TryTake('\\'))
        {
            return One(at, ReadCodePoint());
        }

        if (ReadSetEscape(at) is { } set)
        {
            return new ClassAtom(at, null, set.Set, set.UnknownProperty);
        }

        return One(
            at,
            TryTake('b') ? '\b'
                : TryTake('-') ? '-'
                : ReadCharacterEscape(at)
        );
    }

    private static ClassAtom One(int at, int codePoint) =>
        new(at, codePoint, new EcmaSet([new(codePoint, codePoint)]), null);

    /// <summary>A member of a class: one character, or a set.</summary>
    private readonly record struct ClassAtom(
        int At,
        int? CodePoint,
        EcmaSet Set,
        string? UnknownProperty
    );
}
