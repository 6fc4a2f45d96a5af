namespace Doku.Contracts.Schema.Diagnostics;

/// <summary>A finding and its place. Lines and columns count from 0, as compilers do; columns in UTF-16 units.</summary>
public sealed record SchemaDiagnostic(
    Rule Rule,
    RuleSeverity Severity,
    string Argument,
    string FilePath,
    TextRange Range,
    int StartLine,
    int StartColumn,
    int EndLine,
    int EndColumn
);
