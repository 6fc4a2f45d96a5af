using System.Globalization;
using System.Text;

namespace Doku.Contracts.Schema.Naming;

/// <summary>C# names from the names of a schema.</summary>
public static class CSharpNames
{
    // Members that every generated record has.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "AdditionalMembers",
        "Clone",
        "Codec",
        "EnsureValid",
        "EqualityContract",
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "Limits",
        "MemberwiseClone",
        "PrintMembers",
        "Read",
        "ReferenceEquals",
        "ToString",
        "TryRead",
        "Validate",
        "Write",
    };

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

        return char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>A property's name, kept apart from its record's name and members.</summary>
    public static string Property(string jsonName, string typeName)
    {
        var name = Pascal(jsonName);
        return Taken.Contains(name) || name == typeName ? name + "Value" : name;
    }

    /// <summary>A parameter's name.</summary>
    public static string Camel(string text)
    {
        var name = Pascal(text);
        return "@" + char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>Whether a text can be a C# name as it stands.</summary>
    public static bool IsIdentifier(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && text.All(c => c == '_' || IsIdentifierPart(c));

    private static bool IsIdentifierPart(char c) =>
        char.IsLetter(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;
}
