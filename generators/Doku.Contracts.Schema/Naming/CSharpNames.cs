using System.Globalization;
using System.Text;

namespace Doku.Contracts.Schema.Naming;

/// <summary>C# names from the names of a schema.</summary>
public static class CSharpNames
{
    private static readonly HashSet<string> Reserved = new(
        (
            "abstract as base bool break byte case catch char checked class const continue decimal default delegate do "
            + "double else enum event explicit extern false finally fixed float for foreach goto if implicit in int "
            + "interface internal is lock long namespace new null object operator out override params private protected "
            + "public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw "
            + "true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while "
            // Words that are keywords in some places only; none is worth finding out where.
            + "async await field file nameof record required scoped value var when where with yield"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary><c>line_items</c>, <c>line-items</c> and <c>lineItems</c> become <c>LineItems</c>; <c>IDN</c> becomes <c>Idn</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder(text.Length);
        var isAllUpper = !text.Any(char.IsLower);
        var startsWord = true;
        foreach (var c in text)
        {
            if (!IsIdentifierPart(c))
            {
                startsWord = true;
                continue;
            }

            name.Append(
                startsWord ? char.ToUpperInvariant(c)
                : isAllUpper ? char.ToLowerInvariant(c)
                : c
            );
            startsWord = false;
        }

        if (name.Length == 0)
        {
            return "_";
        }

        // Letters without case may have to stand for a keyword; digits can't come first.
        return char.IsLetter(name[0]) ? name.ToString() : "_" + name;
    }

    /// <summary>The name of a local variable or parameter: <c>LineItems</c> becomes <c>lineItems</c>.</summary>
    public static string Camel(string pascal)
    {
        var name = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return Reserved.Contains(name) ? name + "Value" : name;
    }

    /// <summary>
    /// Whether a text can be a C# name as it stands. C#'s keywords, those to come included, are of small letters and
    /// underscores alone.
    /// </summary>
    public static bool IsIdentifier(string text) =>
        text.Length > 0
        && !char.IsDigit(text[0])
        && text.All(c => c == '_' || IsIdentifierPart(c))
        && !text.All(c => c is '_' or (>= 'a' and <= 'z'));

    private static bool IsIdentifierPart(char c) =>
        char.IsLetter(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;
}
