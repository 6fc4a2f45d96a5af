using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>NJsonSchema's tree of errors as a flat list with pointers and the limits in words.</summary>
internal static class ValidationErrors
{
    internal static void Collect(
        IEnumerable<ValidationError> errors,
        string pointer,
        List<Violation> found
    )
    {
        foreach (var error in errors)
        {
            switch (error)
            {
                case MultiTypeValidationError choice:
                    CollectChoice(choice, pointer, found);
                    break;
                // Which branch of a oneOf was meant is anyone's guess: the branches' own errors would mislead.
                case ChildSchemaValidationError child
                    when child.Kind != ValidationErrorKind.NotOneOf:
                    Collect(child.Errors.SelectMany(branch => branch.Value), pointer, found);
                    break;
                // "required" speaks of objects only; NJsonSchema also holds other values to it.
                case { Kind: ValidationErrorKind.PropertyRequired, Token: not JObject }:
                    break;
                default:
                    found.Add(Describe(error, pointer));
                    break;
            }
        }
    }

    /// <summary>Of several allowed types, the rules of the one that the value has are what was broken.</summary>
    private static void CollectChoice(
        MultiTypeValidationError choice,
        string pointer,
        List<Violation> found
    )
    {
        var branches = choice
            .Errors.Values.Select(errors =>
            {
                var branch = new List<Violation>();
                Collect(errors, pointer, branch);
                return branch;
            })
            .ToList();
        var place = pointer + InstanceToken.PointerTo(choice.Token);
        var ownType = branches.Find(branch =>
            !branch.Any(violation => violation.Code == "type" && violation.Pointer == place)
        );
        found.AddRange(ownType ?? [new Violation(place, "type", TypeRule(choice.Schema))]);
    }

    private static Violation Describe(ValidationError error, string pointer)
    {
        var place = pointer + InstanceToken.PointerTo(error.Token);
        var schema = error.Schema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => new(
                JsonPointer.Append(place, error.Property!),
                "required",
                "is required"
            ),
            ValidationErrorKind.StringExpected
            or ValidationErrorKind.NumberExpected
            or ValidationErrorKind.IntegerExpected
            or ValidationErrorKind.BooleanExpected
            or ValidationErrorKind.ObjectExpected
            or ValidationErrorKind.ArrayExpected
            or ValidationErrorKind.NullExpected => new(place, "type", TypeRule(schema)),
            ValidationErrorKind.StringTooShort => new(
                place,
                "min_length",
                Text($"is shorter than {schema.MinLength}")
            ),
            ValidationErrorKind.StringTooLong => new(
                place,
                "max_length",
                Text($"is longer than {schema.MaxLength}")
            ),
            ValidationErrorKind.PatternMismatch => new(
                place,
                "pattern",
                $"does not match {SchemaKeywords.WritePattern(schema.Pattern!)}"
            ),
            ValidationErrorKind.NumberTooSmall => new(
                place,
                "minimum",
                schema.ExclusiveMinimum is { } above
                    ? Text($"is not greater than {above}")
                    : Text($"is less than {schema.Minimum}")
            ),
            ValidationErrorKind.NumberTooBig => new(
                place,
                "maximum",
                schema.ExclusiveMaximum is { } below
                    ? Text($"is not less than {below}")
                    : Text($"is greater than {schema.Maximum}")
            ),
            ValidationErrorKind.NumberNotMultipleOf => new(
                place,
                "multiple_of",
                Text($"is not a multiple of {schema.MultipleOf}")
            ),
            ValidationErrorKind.NotInEnumeration => new(
                place,
                "enum",
                "is none of the allowed values"
            ),
            ValidationErrorKind.TooFewItems => new(
                place,
                "min_items",
                Text($"has fewer than {schema.MinItems} items")
            ),
            ValidationErrorKind.TooManyItems => new(
                place,
                "max_items",
                Text($"has more than {schema.MaxItems} items")
            ),
            ValidationErrorKind.ItemsNotUnique => new(place, "unique_items", "has equal items"),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => new(
                place,
                "unknown_member",
                "is not a member of this object"
            ),
            ValidationErrorKind.NotOneOf => new(
                place,
                "one_of",
                "does not fit exactly one of the choices"
            ),
            _ => new(place, "format", $"is not of the format {schema.Format}"),
        };
    }

    private static string TypeRule(JsonSchema schema) =>
        $"is not of the type {schema.Type.ToString().ToLowerInvariant()}";

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
