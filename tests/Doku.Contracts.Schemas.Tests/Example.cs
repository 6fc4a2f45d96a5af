using System.Text.Json;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>An example body: valid, valid against advice, or wrong in one named way.</summary>
/// <param name="Path">Below schemas/, with forward slashes.</param>
internal sealed record Example(string Path)
{
    /// <summary>Where the schemas lie beside the test assembly.</summary>
    private static readonly string Root = System.IO.Path.Combine(
        AppContext.BaseDirectory,
        "schemas"
    );

    /// <summary>Whether it lies among the valid ones, whose files are the bodies themselves.</summary>
    public bool IsPlain => Path.Contains("/valid/", StringComparison.Ordinal);

    /// <summary>Whether it is valid, and goes against the advice that it lists.</summary>
    public bool IsAdvised => Path.Contains("/advised/", StringComparison.Ordinal);

    public bool IsValid => IsPlain || IsAdvised;

    /// <summary>kredivo/examples/line-item/valid/x.json is an example of kredivo/line-item.schema.json.</summary>
    public string SchemaFile
    {
        get
        {
            var steps = Path.Split('/');
            return $"{steps[0]}/{steps[2]}.schema.json";
        }
    }

    public static IReadOnlyList<Example> All { get; } =
        Directory
            .EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => path.Contains("/examples/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new Example(path))
            .ToList();

    public string ReadText() => ReadFile(Path);

    public static string ReadFile(string path) =>
        File.ReadAllText(System.IO.Path.Combine(Root, path));

    /// <summary>The body as it would be sent.</summary>
    public string ReadBody()
    {
        if (IsPlain)
        {
            return ReadText();
        }
        var root = ReadDescription();
        return root.TryGetProperty("bodyText", out var text)
            ? text.GetString()!
            : root.GetProperty("body").GetRawText();
    }

    /// <summary>The file of another example: about, errors or advice, and body or bodyText.</summary>
    public JsonElement ReadDescription()
    {
        using var document = JsonDocument.Parse(ReadText());
        return document.RootElement.Clone();
    }
}
