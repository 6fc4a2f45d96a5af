using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>
/// Makes one UTF-16 unit of every code point, as .NET's regular expressions see a text. Code points that need it are
/// replaced by surrogates, which a folded text has no other use for: one surrogate stands for all code points that the
/// pattern doesn't tell apart. They are those beyond U+FFFF and unpaired surrogates; in a pattern with word boundaries
/// also all others beyond ASCII, because .NET counts letters of every script to words and ECMA-262 doesn't.
/// </summary>
internal sealed class EcmaFold
{
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const int FirstBeyond = 0x10000;
    private const int LastAscii = 0x7F;

#if NET
    // Looking for a range allocates until the method is optimised, and the first orders of a day shall cost no more.
    internal static readonly System.Buffers.SearchValues<char> Surrogates =
        System.Buffers.SearchValues.Create([
            .. Enumerable
                .Range(FirstSurrogate, LastSurrogate - FirstSurrogate + 1)
                .Select(c => (char)c),
        ]);
#endif

    private readonly int[] _starts;
    private readonly char[] _stands;
    private readonly int _columns;
    private readonly bool _keepsAsciiOnly;

    private EcmaFold(int[] starts, char[] stands, int columns, bool keepsAsciiOnly)
    {
        _starts = starts;
        _stands = stands;
        _columns = columns;
        _keepsAsciiOnly = keepsAsciiOnly;
        Kept = keepsAsciiOnly
            ? [new(0, LastAscii)]
            : [new(0, FirstSurrogate - 1), new(LastSurrogate + 1, FirstBeyond - 1)];
    }

    /// <summary>The code points that stay as they are.</summary>
    public IReadOnlyList<EcmaRange> Kept { get; }

    /// <summary>Decides what stands for what.</summary>
    /// <param name="sets">The sets that the pattern has.</param>
    /// <param name="hasWordBoundary">Whether the pattern has <c>\b</c> or <c>\B</c>.</param>
    /// <returns>Null when the pattern tells more kinds of characters apart than there are surrogates.</returns>
    public static EcmaFold? Create(IReadOnlyList<EcmaSet> sets, bool hasWordBoundary)
    {
        var starts = Starts(
            sets,
            hasWordBoundary ? LastAscii + 1 : FirstSurrogate,
            hasWordBoundary
        );
        // A set that names categories decides by category too, and every range may have characters of each.
        var columns = sets.Any(set => set.Categories != 0)
            ? (int)UnicodeCategory.OtherNotAssigned + 1
            : 1;
        var stands = new char[starts.Length * columns];
        var known = new Dictionary<string, char>(StringComparer.Ordinal);
        var members = new char[sets.Count];
        for (var i = 0; i < stands.Length; i++)
        {
            var (start, category) = (starts[i / columns], (UnicodeCategory)(i % columns));
            for (var set = 0; set < members.Length; set++)
            {
                members[set] = sets[set].Contains(start, category) ? '1' : '0';
            }

            var kind = new string(members);
            if (!known.TryGetValue(kind, out stands[i]))
            {
                var next = FirstSurrogate + known.Count;
                if (next > LastSurrogate)
                {
                    return null;
                }

                stands[i] = (char)next;
                known.Add(kind, stands[i]);
            }
        }

        return new EcmaFold(starts, stands, columns, hasWordBoundary);
    }

    /// <summary>The surrogates that stand for code points of a set, or for code points outside it, ascending.</summary>
    public IReadOnlyList<EcmaRange> Stands(EcmaSet set, bool areMembers) =>
        EcmaRanges.Normalize(
            _stands
                .Where(
                    (_, i) =>
                        set.Contains(_starts[i / _columns], (UnicodeCategory)(i % _columns))
                        == areMembers
                )
                .Distinct()
                .Select(c => new EcmaRange(c, c))
        );

    /// <summary>Whether a text has nothing to fold.</summary>
    public bool Keeps(ReadOnlySpan<char> text)
    {
#if NET
        return _keepsAsciiOnly ? System.Text.Ascii.IsValid(text) : !text.ContainsAny(Surrogates);
#else
        foreach (var c in text)
        {
            if (_keepsAsciiOnly ? c > LastAscii : char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
#endif
    }

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folded">Where the folded text goes; at least as long as the text.</param>
    /// <returns>The length of the folded text.</returns>
    public int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (_keepsAsciiOnly ? c <= LastAscii : !char.IsSurrogate(c))
            {
                folded[length++] = c;
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                folded[length++] = StandFor(char.ConvertToUtf32(c, text[++i]));
            }
            else
            {
                folded[length++] = StandFor(c);
            }
        }

        return length;
    }

    private char StandFor(int codePoint)
    {
        var found = Array.BinarySearch(_starts, codePoint);
        var row = found >= 0 ? found : ~found - 1;
        return _stands[row * _columns + (_columns == 1 ? 0 : (int)EcmaCategory.Of(codePoint))];
    }

    // Where a set begins or ends among the code points that are folded: between two such places nothing changes.
    private static int[] Starts(IReadOnlyList<EcmaSet> sets, int first, bool isWhole) =>
        [
            .. sets.SelectMany(set => set.Ranges)
                .SelectMany(range => new[] { range.First, range.Last + 1 })
                .Where(start =>
                    start <= EcmaRanges.LastCodePoint
                    && (
                        isWhole
                            ? start > first
                            : start is > FirstSurrogate and <= LastSurrogate or > FirstBeyond
                    )
                )
                .Concat(isWhole ? [first] : [first, FirstBeyond])
                .Distinct()
                .OrderBy(start => start),
        ];
}
