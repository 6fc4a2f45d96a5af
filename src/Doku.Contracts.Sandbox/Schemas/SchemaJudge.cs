using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>
/// Judges a body by the schema files with NJsonSchema, which knows nothing of the generated validators: a fault
/// of the generator shows as a disagreement between the two.
/// </summary>
internal sealed class SchemaJudge
{
    private readonly SchemaFiles _files;
    private readonly SchemaLoader _loader;
    private readonly JsonSchemaValidator _validator = new(CreateSettings());
    private readonly RuleWalker _rules;

    // The loader fills its cache while judging, and NJsonSchema follows references lazily.
    private readonly Lock _gate = new();

    internal SchemaJudge(SchemaFiles files)
    {
        _files = files;
        _loader = new SchemaLoader(files);
        _rules = new RuleWalker(files, JudgeParts);
    }

    /// <summary>Every rule of the schema at <paramref name="path"/> that <paramref name="body"/> breaks.</summary>
    /// <param name="path">Path of the schema file below <c>schemas/</c>.</param>
    /// <param name="body">The bytes as they came over the wire.</param>
    internal IReadOnlyList<Violation> Judge(string path, ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // The parser's message may quote the body.
            return [new Violation("", "malformed", "the body is not JSON")];
        }

        using (document)
        {
            var found = new List<Violation>();
            TextFaults.Find(document.RootElement, "", found);
            if (found.Count > 0)
            {
                return found;
            }
            lock (_gate)
            {
                return JudgeParts(_files.Resolve("", path), document.RootElement, "");
            }
        }
    }

    private static JsonSchemaValidatorSettings CreateSettings()
    {
        var settings = new JsonSchemaValidatorSettings
        {
            PropertyStringComparer = StringComparer.Ordinal,
        };
        settings.FormatValidators = settings
            .FormatValidators.Where(known =>
                TimestampFormat.All.All(own => own.Format != known.Format)
            )
            .Concat(TimestampFormat.All)
            .ToList();
        return settings;
    }

    private List<Violation> JudgeParts(SchemaPlace place, JsonElement value, string pointer)
    {
        var found = new List<Violation>();
        var errors = _validator.Validate(InstanceToken.From(value), _loader.Load(place));
        ValidationErrors.Collect(errors, pointer, found);
        _rules.Walk(place, value, pointer, found);
        return WithoutConsequences(found);
    }

    /// <summary>A value of the wrong type also breaks every rule about what it should hold: say it once.</summary>
    private static List<Violation> WithoutConsequences(List<Violation> found)
    {
        var wrong = found.Where(violation => violation.Code == "type").ToList();
        return found
            .Where(violation =>
                violation.Code == "type"
                || !wrong.Any(type => IsAtOrBelow(violation.Pointer, type.Pointer))
            )
            .Distinct()
            .ToList();
    }

    private static bool IsAtOrBelow(string pointer, string ancestor) =>
        pointer.StartsWith(ancestor, StringComparison.Ordinal)
        && (pointer.Length == ancestor.Length || pointer[ancestor.Length] == '/');
}
