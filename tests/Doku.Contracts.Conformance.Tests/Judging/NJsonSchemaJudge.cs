using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>An error of NJsonSchema's: its kind, its place, and the value there.</summary>
internal sealed record NJsonSchemaError(ValidationErrorKind Kind, string Path, JToken? Token, JsonSchema? Schema)
{
    public override string ToString() => $"{Path} {Kind}";
}

/// <summary>What NJsonSchema says of an instance.</summary>
/// <param name="Errors">What it finds.</param>
/// <param name="Exception">What it threw instead: its reader or its checks gave up.</param>
internal sealed record NJsonSchemaVerdict(IReadOnlyList<NJsonSchemaError> Errors, Exception? Exception)
{
    public bool IsValid => Errors.Count == 0 && Exception is null;

    public override string ToString() =>
        Exception is not null
            ? $"threw {Exception.GetType().Name}: {Exception.Message}"
            : IsValid ? "valid"
            : string.Join(", ", Errors);
}

/// <summary>NJsonSchema as its users call it: schema and text in, errors out.</summary>
internal sealed class NJsonSchemaJudge(JsonSchema schema)
{
    public NJsonSchemaVerdict Judge(byte[] utf8)
    {
        try
        {
            var errors = new List<NJsonSchemaError>();
            Collect(schema.Validate(Encoding.UTF8.GetString(utf8)), errors);
            return new NJsonSchemaVerdict(errors, null);
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or OverflowException
                        or FormatException
                        or InvalidCastException
                        or ArgumentException
                        or NullReferenceException
            )
        {
            return new NJsonSchemaVerdict([], exception);
        }
    }

    private static void Collect(IEnumerable<ValidationError> found, List<NJsonSchemaError> errors)
    {
        foreach (var error in found)
        {
            if (error is ChildSchemaValidationError child && child.Kind != ValidationErrorKind.NotOneOf)
            {
                Collect(child.Errors.Values.SelectMany(e => e), errors);
            }
            else if (error is MultiTypeValidationError choice)
            {
                Collect(choice.Errors.Values.SelectMany(e => e), errors);
            }
            else
            {
                errors.Add(
                    new NJsonSchemaError(error.Kind, error.Path ?? "", error.Token, error.Schema)
                );
            }
        }
    }
}
