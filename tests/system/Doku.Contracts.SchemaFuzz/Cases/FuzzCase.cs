using System.Globalization;
using System.Text.Json.Nodes;

namespace Doku.Contracts.SchemaFuzz.Cases;

/// <summary>A schema file of a case.</summary>
/// <param name="Path">The path inside the case's folder.</param>
/// <param name="Schema">The schema.</param>
internal sealed record CaseFile(string Path, JsonNode Schema);

/// <summary>A schema with instances to judge by it.</summary>
/// <param name="Number">Tells cases of one run apart.</param>
/// <param name="Files">The schema's files, the root first.</param>
/// <param name="Instances">JSON texts.</param>
internal sealed record FuzzCase(
    int Number,
    IReadOnlyList<CaseFile> Files,
    IReadOnlyList<string> Instances
)
{
    /// <summary>Whether <c>format</c> is asserted.</summary>
    public bool AssertsFormat { get; init; }

    /// <summary>Whether the judges, which know no numbers but JavaScript's, can't be asked.</summary>
    public bool IsBeyondJudges { get; init; }

    public string Namespace => string.Create(CultureInfo.InvariantCulture, $"F{Number}");

    public string Folder => string.Create(CultureInfo.InvariantCulture, $"f{Number}");

    /// <summary>What stands for the case's folder in an absolute <c>$id</c>.</summary>
    public const string AnyFolder = "/@/";

    /// <summary>A file's text.</summary>
    public string TextOf(CaseFile file) =>
        Json.Text(file.Schema).Replace(AnyFolder, $"/{Folder}/", StringComparison.Ordinal);

    public int Size => Files.Sum(file => Json.Text(file.Schema).Length);
}
