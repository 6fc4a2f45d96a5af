namespace Doku.Contracts.Schemas.Tests;

/// <summary>A channel is a folder of schemas: no code outside of the generated package knows one by name.</summary>
public sealed class ChannelNameTests
{
    private static readonly string[] s_code = [".cs", ".js", ".css", ".csproj"];

    [Fact]
    public void No_code_names_a_channel()
    {
        var source = Path.Combine(Page.Root(), "src");
        // Checkout is a word of English.
        var names = SchemaFiles
            .Contracts.Select(file =>
                SchemaFiles.Open(file).Node.GetProperty("contract").GetString()!
            )
            .Where(name => name != "Checkout")
            .ToList();
        var files = Directory
            .EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => s_code.Contains(Path.GetExtension(file)) && !IsBuilt(source, file))
            .ToList();

        Assert.InRange(names.Count, 3, int.MaxValue);
        Assert.InRange(files.Count, 300, int.MaxValue);
        Assert.DoesNotContain(
            files,
            file =>
                names.Exists(name =>
                    File.ReadAllText(file).Contains(name, StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    private static bool IsBuilt(string source, string file)
    {
        var steps = Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar);
        return steps[1] is "obj" or "bin" || steps[0] == "Doku.Contracts";
    }
}
