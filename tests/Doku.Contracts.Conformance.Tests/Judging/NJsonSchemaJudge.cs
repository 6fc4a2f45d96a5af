using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>An error of NJsonSchema's: its kind, its place, and the value there.</summary>
internal sealed record NJsonSchemaError(ValidationErrorKind Kind, string Path, JToken? Token)
{
    /// <summary>Of a <c>oneOf</c>, the errors of each branch.</summary>
    public IReadOnlyList<IReadOnlyList<NJsonSchemaError>> Branches { get; init; } = [];

    public override string ToString() => $"{Path} {Kind}";
}

/// <summary>What NJsonSchema says of an instance.</summary>
/// <param name="Errors">What it finds.</param>
/// <param name="Exception">What it threw instead: its reader or its checks gave up.</param>
internal sealed record NJsonSchemaVerdict(
    IReadOnlyList<NJsonSchemaError> Errors,
    Exception? Exception
)
{
    public bool IsValid => Errors.Count == 0 && Exception is null;

    public override string ToString() =>
        Exception is not null ? $"threw {Exception.GetType().Name}: {Exception.Message}"
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
            return new NJsonSchemaVerdict(
                Collect(schema.Validate(Encoding.UTF8.GetString(utf8))),
                null
            );
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

    private static List<NJsonSchemaError> Collect(IEnumerable<ValidationError> found) =>
        [.. found.SelectMany(Collect)];

    private static IEnumerable<NJsonSchemaError> Collect(ValidationError error) =>
        error switch
        {
            ChildSchemaValidationError { Kind: ValidationErrorKind.NotOneOf } choice =>
            [
                Describe(error) with
                {
                    Branches = [.. choice.Errors.Values.Select(Collect)],
                },
            ],
            ChildSchemaValidationError child => Collect(child.Errors.Values.SelectMany(e => e)),
            // Of several types, what is said of the others says nothing of the value.
            MultiTypeValidationError types => Collect(
                types
                    .Errors.Where(branch => IsOf(types.Token, branch.Key))
                    .DefaultIfEmpty(types.Errors.First())
                    .SelectMany(branch => branch.Value)
            ),
            _ => [Describe(error)],
        };

    private static NJsonSchemaError Describe(ValidationError error) =>
        new(error.Kind, error.Path ?? "", error.Token);

    private static bool IsOf(JToken? token, JsonObjectType type) =>
        token?.Type switch
        {
            JTokenType.String => type == JsonObjectType.String,
            JTokenType.Integer or JTokenType.Float => type
                is JsonObjectType.Integer
                    or JsonObjectType.Number,
            JTokenType.Null => type == JsonObjectType.Null,
            JTokenType.Array => type == JsonObjectType.Array,
            JTokenType.Object => type == JsonObjectType.Object,
            _ => type == JsonObjectType.Boolean,
        };
}
