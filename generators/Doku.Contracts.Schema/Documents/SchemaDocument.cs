using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Documents;

/// <summary>A parsed file: its tree, what its text alone shows to be wrong, and which other files it refers to.</summary>
public sealed class SchemaDocument : IEquatable<SchemaDocument>
{
    private bool? _hasMarks;
    private readonly int[] _lineStarts;
    private readonly Lazy<SchemaIndex> _index;

    private SchemaDocument(SchemaFile file)
    {
        File = file;
        _index = new Lazy<SchemaIndex>(() => new SchemaIndex(this));
        _lineStarts = LineStarts(file.Text ?? "");
        var diagnostics = new List<SchemaDiagnostic>();
        if (file.Text is null)
        {
            diagnostics.Add(Locate(Rule.UnreadableFile, default, file.LogicalPath));
        }
        else
        {
            Root = SchemaJsonParser.Parse(
                file.Text,
                (rule, range, argument) => diagnostics.Add(Locate(rule, range, argument))
            );
        }

        Diagnostics = diagnostics.ToEquatableArray();
        References = Root is null ? [] : SchemaReferences.Of(this);
    }

    public SchemaFile File { get; }

    public SchemaNode? Root { get; }

    public EquatableArray<SchemaDiagnostic> Diagnostics { get; }

    /// <summary>The URIs of other resources that this file may refer to, in order.</summary>
    public EquatableArray<string> References { get; }

    /// <summary>The URI under which the file is found: the one that its project gave it, or its logical path.</summary>
    public string FileUri => File.Uri ?? SchemaUri.OfFile(File.LogicalPath);

    /// <summary>Whether this file names operations rather than a type.</summary>
    public bool IsContract => File.LogicalPath.EndsWith(".contract.json", StringComparison.Ordinal);

    /// <summary>Whether this is a meta-schema that comes with the generator; no type is made of one.</summary>
    public bool IsBuiltIn { get; private init; }

    /// <summary>Every schema of the file by JSON Pointer.</summary>
    public IReadOnlyDictionary<string, SchemaLocation> Schemas => _index.Value.Schemas;

    /// <summary>Every schema of the file, an outer one before those inside it.</summary>
    public IReadOnlyList<SchemaLocation> OrderedSchemas => _index.Value.Ordered;

    /// <summary>Whether a schema of the file advises anything.</summary>
    public bool HasAdvice => _index.Value.HasAdvice;

    /// <summary>Whether a schema of the file says what a member is for, or what it repeats.</summary>
    public bool HasMarks =>
        _hasMarks ??=
            Root is not null
            && OrderedSchemas.Any(schema =>
                schema.Node["x-role"] is not null || schema.Node["x-same-as"] is not null
            );

    /// <summary>The schemas of the file that have a URI of their own, the file first.</summary>
    public IReadOnlyList<SchemaResource> Resources => _index.Value.Resources;

    public static SchemaDocument Parse(SchemaFile file) => new(file);

    internal static SchemaDocument BuiltIn(SchemaFile file) => new(file) { IsBuiltIn = true };

    public SchemaDiagnostic Locate(Rule rule, TextRange range, string argument)
    {
        var (startLine, startColumn) = LineAndColumn(range.Start);
        var (endLine, endColumn) = LineAndColumn(range.End);
        return new SchemaDiagnostic(
            rule,
            File.SeverityOf(rule),
            argument,
            File.Path,
            range,
            startLine,
            startColumn,
            endLine,
            endColumn
        );
    }

    public bool Equals(SchemaDocument? other) => other is not null && File.Equals(other.File);

    public override bool Equals(object? obj) => Equals(obj as SchemaDocument);

    public override int GetHashCode() => File.GetHashCode();

    private (int Line, int Column) LineAndColumn(int position)
    {
        var line = Array.BinarySearch(_lineStarts, position);
        line = line < 0 ? ~line - 1 : line;
        return (line, position - _lineStarts[line]);
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return [.. starts];
    }
}
