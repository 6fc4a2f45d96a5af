using System.Globalization;

namespace Doku.Contracts.Transport;

/// <summary>Characters that nobody sees: a secret of nothing else is no secret, since anyone can guess it.</summary>
internal static class BlankText
{
    // Fillers and selectors that are drawn as nothing, though Unicode counts them as letters, marks or symbols.
    private const string Fillers =
        "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F";

    internal static bool IsBlank(char character) =>
        char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
        || Fillers.Contains(character, StringComparison.Ordinal);

    internal static bool IsBlank(string text) => text.All(IsBlank);
}
