using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Patterns;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Texts, enumerations and time stamps.</summary>
internal sealed class TextBinder(BindingContext context)
{
    public static readonly IReadOnlyCollection<string> TimestampFormats =
    [
        "date-time",
        "doku-jakarta",
        "doku-utc",
    ];

    public static readonly IReadOnlyCollection<string> TextFormats =
    [
        "date",
        "time",
        "duration",
        "uri",
        "email",
        "uuid",
        "ipv4",
        "ipv6",
        "regex",
    ];

    public ValueModel? Bind(MergedSchema schema)
    {
        if (BindRules(schema) is not { } rules)
        {
            return null;
        }

        var enumerations = schema
            .Parts.Where(part => EnumerationTexts.Of(part.Node) is not null)
            .ToList();
        if (enumerations.Count > 1)
        {
            context.Report(
                enumerations[0],
                Rule.UnsupportedType,
                enumerations[0].Node.Range,
                "Two enumerations of one value can't be expressed in C#"
            );
            return null;
        }

        if (enumerations.Count == 1)
        {
            return new EnumerationValue(TypeNaming.NameOf(enumerations[0]), rules);
        }

        return rules.Format is { } format && TimestampFormats.Contains(format)
            ? new TimestampValue(format, rules with { Format = null })
            : new TextValue(rules);
    }

    public TextRules? BindRules(MergedSchema schema)
    {
        var min = (int?)schema.Largest("minLength");
        var max = (int?)schema.Smallest("maxLength");
        if (min > max)
        {
            context.ReportContradiction(
                schema,
                "maxLength",
                $"minLength {min} is above maxLength {max}"
            );
            return null;
        }

        var patterns = new List<PatternModel>();
        foreach (var (location, value) in schema.All("pattern"))
        {
            if (ReadPattern(location, value) is not { } pattern)
            {
                return null;
            }

            patterns.Add(pattern);
        }

        return TryFormat(schema, out var format)
            // Nothing is shorter than no character.
            ? new TextRules(
                min == 0 ? null : min,
                max,
                patterns.Distinct().ToEquatableArray(),
                format
            )
            : null;
    }

    /// <summary>Reads a pattern; one that stands directly in a definition carries the definition's name.</summary>
    public PatternModel? ReadPattern(SchemaLocation location, SchemaNode value)
    {
        var set = ValueBinder.IsDefinition(location) ? TypeNaming.NameOf(location) : null;
        var pattern = PatternReader.Read(value.Text, set, out var failure);
        if (pattern is null)
        {
            context.Report(location, Rule.InvalidPattern, value.Range, failure!);
            return null;
        }

        if (pattern is RegexPattern { IsAnchored: false })
        {
            context.Report(location, Rule.UnanchoredPattern, value.Range, value.Text);
        }

        return pattern;
    }

    private bool TryFormat(MergedSchema schema, out string? format)
    {
        var formats = schema.All("format").ToList();
        format = formats.Count == 0 ? null : formats[0].Value.Text;
        foreach (var (location, value) in formats)
        {
            if (!TextFormats.Contains(value.Text) && !TimestampFormats.Contains(value.Text))
            {
                context.Report(location, Rule.UnknownFormat, value.Range, value.Text);
                return false;
            }

            if (value.Text != format)
            {
                var argument =
                    $"a text can't be of the formats '{format}' and '{value.Text}' at once";
                context.Report(location, Rule.ContradictoryBounds, value.Range, argument);
                return false;
            }
        }

        return true;
    }
}
