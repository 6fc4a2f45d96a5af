using System.Text.RegularExpressions;

namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>What the repository's README prints.</summary>
internal static partial class Readme
{
    private static readonly string Text = File.ReadAllText(
        Path.Combine(Place.Tests, "../../README.md")
    );

    /// <summary>The blocks of one language, as they are printed.</summary>
    internal static IReadOnlyList<string> Blocks(string language) =>
        [
            .. BlockPattern
                .Matches(Text)
                .Where(block => block.Groups[1].Value == language)
                .Select(block => block.Groups[2].Value),
        ];

    /// <summary>The one block of a language that contains a text.</summary>
    internal static string Block(string language, string containing) =>
        Assert.Single(
            Blocks(language),
            block => block.Contains(containing, StringComparison.Ordinal)
        );

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BlockPattern { get; }
}
