using Doku.Contracts.Schema.Diagnostics;

namespace Doku.Contracts.Schema.Documents;

/// <summary>
/// A schema or contract file as the build hands it over. Two are equal when place and checksum are: the text itself
/// is not compared again.
/// </summary>
/// <param name="Path">Where the file is on disk; for diagnostics only.</param>
/// <param name="LogicalPath">The path under the root of the contracts, with <c>/</c>: what references are relative to.</param>
/// <param name="Namespace">The C# namespace of what is generated from it.</param>
/// <param name="Text">The text; null when the file can't be read.</param>
/// <param name="Checksum">A checksum of the text.</param>
/// <param name="Settings">What the project says of this file besides.</param>
public sealed record SchemaFile(
    string Path,
    string LogicalPath,
    string Namespace,
    string? Text,
    string Checksum,
    SchemaSettings Settings
)
{
    /// <summary>The URI under which other files refer to this one, where the project gives it one.</summary>
    public string? Uri => Settings.Uri;

    /// <summary>How much a finding in this file weighs. Errors stay errors.</summary>
    public RuleSeverity SeverityOf(Rule rule)
    {
        foreach (var level in Settings.Levels)
        {
            if (level.RuleId == rule.Id)
            {
                return level.Severity;
            }
        }

        return rule.Severity;
    }

    public bool Equals(SchemaFile? other) =>
        other is not null
        && string.Equals(Path, other.Path, StringComparison.Ordinal)
        && string.Equals(LogicalPath, other.LogicalPath, StringComparison.Ordinal)
        && string.Equals(Namespace, other.Namespace, StringComparison.Ordinal)
        && string.Equals(Checksum, other.Checksum, StringComparison.Ordinal)
        && Settings.Equals(other.Settings);

    public override int GetHashCode() =>
        unchecked((LogicalPath.GetHashCode() * 31) + Checksum.GetHashCode());
}

/// <summary>What a project says of a schema file.</summary>
/// <param name="Levels">What its <c>.editorconfig</c> says of warnings in this file.</param>
/// <param name="Annotations">Keywords that are no keywords of contracts, and that this file may have all the same.</param>
/// <param name="IsFormatAnnotation">Whether <c>format</c> only speaks to people.</param>
/// <param name="Uri">The URI under which other files refer to this one; null for its path alone.</param>
public sealed record SchemaSettings(
    EquatableArray<RuleLevel> Levels,
    EquatableArray<string> Annotations,
    bool IsFormatAnnotation,
    string? Uri
)
{
    public static SchemaSettings Default { get; } = new([], [], false, null);

    /// <summary>The C# namespace of the project.</summary>
    public string RootNamespace { get; init; } = "Contracts";

    /// <summary>Whether a keyword that contracts don't know may stand in the file; <c>*</c> allows any.</summary>
    public bool Allows(string keyword) =>
        Annotations.Contains(keyword) || Annotations.Contains("*");
}
