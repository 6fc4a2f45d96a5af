using System.Text.RegularExpressions;

namespace Doku.Contracts.AspNetCore.Tests;

/// <summary>What the README quotes of the sample shop stands in the sample shop.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void What_is_quoted_of_the_sample_shop_stands_there_so()
    {
        var quoted = Blocks().Single(b => b.Contains("PlaceAsync", StringComparison.Ordinal));
        var shop = File.ReadAllLines(
            Path.Combine(Root(), "samples", "Storefront", "Payments", "KredivoCheckout.cs")
        );

        Assert.Contains(
            quoted.Trim(),
            string.Join('\n', shop.Select(line => line.StartsWith("    ") ? line[4..] : line)),
            StringComparison.Ordinal
        );
    }

    private static List<string> Blocks() =>
        [
            .. CSharpBlock()
                .Matches(File.ReadAllText(Path.Combine(Root(), "README.md")))
                .Select(m => m.Groups[1].Value),
        ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Doku.Contracts.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests must run inside a checkout.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
