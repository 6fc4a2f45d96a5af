using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Patterns;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Texts, enumerations and time stamps.</summary>
internal sealed class TextBinder(BindingContext context, ShapeChooser shapes)
{
    public TextValue BindText(SchemaView view, Coverage coverage, TypeScope scope, string name) =>
        new(name, BindRules(view, coverage, scope, name));

    public TimestampValue BindTimestamp(
        SchemaView view,
        Coverage coverage,
        TypeScope scope,
        string name
    )
    {
        var format = shapes.TimestampFormat(view)!;
        foreach (var (part, value) in view.All("format").Where(f => f.Value.Text == format))
        {
            coverage.Cover(part, "format");
        }

        return new TimestampValue(
            name,
            FormatTable.TimestampType(format)!,
            BindRules(view, coverage, scope, name) with
            {
                Format = null,
            }
        );
    }

    public EnumerationValue BindEnumeration(
        SchemaView view,
        Coverage coverage,
        TypeScope scope,
        string name
    )
    {
        var part = shapes.EnumerationOf(view)!;
        coverage.Cover(part, EnumerationTexts.Keyword(part.Node));
        return new EnumerationValue(
            name,
            context.NameOf(part),
            BindRules(view, coverage, scope, name)
        );
    }

    public TextRules BindRules(SchemaView view, Coverage coverage, TypeScope scope, string name)
    {
        var patterns = new List<NamedPattern>();
        foreach (var (part, value) in view.All("pattern"))
        {
            coverage.Cover(part, "pattern");
            if (ReadPattern(context, part) is { } pattern)
            {
                patterns.Add(scope.Patterns.Take(name, pattern));
            }
        }

        string? format = null;
        foreach (var (part, value) in view.All("format"))
        {
            if (!context.AssertsFormat(part, value.Text))
            {
                coverage.Cover(part, "format");
            }
            else if (format is null || format == value.Text)
            {
                format = value.Text;
                coverage.Cover(part, "format");
            }
        }

        return new TextRules(
            LimitBinder.Bind(view, coverage, LimitUnit.Characters),
            patterns.Distinct().ToEquatableArray(),
            format is null ? null : new FormatModel(format, FormatTable.Check(format))
        );
    }

    /// <summary>Reads a schema's pattern; one that stands directly in a definition carries the definition's name.</summary>
    public static PatternModel? ReadPattern(BindingContext context, SchemaLocation location) =>
        PatternReader.Read(
            location.Node["pattern"]!.Text,
            IsDefinition(location) && !location.Document.IsBuiltIn
                ? context.NameOf(location)
                : null,
            out _
        );

    /// <summary>Whether a schema stands directly under the <c>$defs</c> of its file.</summary>
    public static bool IsDefinition(SchemaLocation location) =>
        location.Pointer.StartsWith("/$defs/", StringComparison.Ordinal)
        && location.Pointer.IndexOf('/', "/$defs/".Length) < 0;
}
