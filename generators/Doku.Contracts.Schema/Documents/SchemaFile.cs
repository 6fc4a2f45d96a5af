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
/// <param name="Levels">What the project's <c>.editorconfig</c> says of warnings in this file.</param>
public sealed record SchemaFile(
    string Path,
    string LogicalPath,
    string Namespace,
    string? Text,
    string Checksum,
    EquatableArray<RuleLevel> Levels
)
{
    /// <summary>How much a finding in this file weighs. Errors stay errors.</summary>
    public RuleSeverity SeverityOf(Rule rule)
    {
        foreach (var level in Levels)
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
        && Levels.Equals(other.Levels);

    public override int GetHashCode() =>
        unchecked((LogicalPath.GetHashCode() * 31) + Checksum.GetHashCode());
}
