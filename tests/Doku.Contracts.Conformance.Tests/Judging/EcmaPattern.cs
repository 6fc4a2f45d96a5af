using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>
/// Matches a pattern as ECMA-262 with the Unicode flag would: by code points. .NET matches by UTF-16 units, so every
/// character beyond the first plane is replaced, in pattern and text alike, by one of the private use area.
/// </summary>
internal static class EcmaPattern
{
    private const string Space =
        @"\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private const string NoSpace =
        @"\0-\x08\x0E-\x1F!-\x9F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uFEFE\uFF00-\uFFFF";

    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    public static bool IsMatch(string pattern, string text) =>
        Known
            .GetOrAdd(pattern, p => new Regex(Translate(Flatten(p)), RegexOptions.CultureInvariant))
            .IsMatch(Flatten(text));

    // Emoji keep their order, so that ranges of them stay ranges.
    private static string Flatten(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var flat = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            flat.Append(
                rune.IsBmp ? (char)rune.Value
                : rune.Value is >= 0x1F300 and < 0x1FB00 ? (char)(0xE000 + rune.Value - 0x1F300)
                : (char)(0xF000 + rune.Value % 0x700)
            );
        }

        return flat.ToString();
    }

    private static string Translate(string pattern)
    {
        var result = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\')
            {
                result.Append(Escape(pattern[++i], inClass));
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            result.Append(
                c == '$' && !inClass ? @"\z"
                : c == '.' && !inClass ? @"[^\n\r\u2028\u2029]"
                : c.ToString(CultureInfo.InvariantCulture)
            );
        }

        return result.ToString();
    }

    private static string Escape(char c, bool inClass) =>
        c switch
        {
            'd' => Class("0-9", inClass),
            'D' => Class(@"\0-/:-\uFFFF", inClass),
            'w' => Class("0-9A-Za-z_", inClass),
            'W' => Class(@"\0-/:-@\[-^`{-\uFFFF", inClass),
            's' => Class(Space, inClass),
            'S' => Class(NoSpace, inClass),
            _ => "\\" + c,
        };

    private static string Class(string ranges, bool inClass) => inClass ? ranges : $"[{ranges}]";
}
