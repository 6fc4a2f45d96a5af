using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Generators.Tests.Hostile;

/// <summary>What becomes of a strange text at a place.</summary>
internal enum Reception
{
    /// <summary>Any text may stand there.</summary>
    Taken,

    /// <summary>A strange text is an error.</summary>
    Refused,

    /// <summary>Some strange texts are errors, others may stand there.</summary>
    Either,
}

/// <summary>A place where a contract file has text: <c>§</c> in a file's text or name.</summary>
/// <param name="Name">What the place is called.</param>
/// <param name="Reception">What becomes of a strange text there.</param>
/// <param name="NamesTypes">Whether types, or their members, are called after the text.</param>
/// <param name="Files">The files.</param>
internal sealed record SchemaPlace(
    string Name,
    Reception Reception,
    bool NamesTypes,
    params (string Path, string Text)[] Files
)
{
    /// <summary>The files with a text at the place.</summary>
    /// <param name="folder">The folder that keeps the types apart from those of other texts.</param>
    /// <param name="text">The text.</param>
    public IEnumerable<SchemaText> With(string folder, string text) =>
        WithJson(folder, text, HostileTexts.Json(text));

    /// <summary>The files with the source of a JSON string at the place.</summary>
    public IEnumerable<SchemaText> WithJson(string folder, string name, string json) =>
        Files.Select(file => new SchemaText(
            $"{folder}/{file.Path.Replace("§", name, StringComparison.Ordinal)}",
            file.Text.Replace("§", json, StringComparison.Ordinal)
        ));

    public override string ToString() => Name;
}
