using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>Where NJsonSchema judges numbers in its own way: they are doubles, or integers of 64 bits.</summary>
internal static class NumberDeviations
{
    private static readonly string[] Limits =
    [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ];

    public static IReadOnlyList<Deviation> All { get; } =
    [
        new("1.0 is no integer", "it goes by how a number is written, not by its value")
        {
            Invents = (error, _) =>
                error
                    is { Kind: ValidationErrorKind.IntegerExpected, Token.Type: JTokenType.Float },
        },
        new(
            "integers beyond 64 bits make it throw",
            "it casts them to decimal, which BigInteger can't be"
        )
        {
            Throws = (exception, comparison) =>
                exception is InvalidCastException && comparison.Numbers.Any(IsBeyondLong),
        },
        new(
            "limits are missed beyond the fifteenth digit",
            "numbers with a fraction become doubles, and those decimals"
        )
        {
            Overlooks = (fault, _) =>
                Limits.Contains(fault.Keyword) && !IsHeld(fault.Value.GetRawText()),
        },
        new(
            "limits are invented beyond the fifteenth digit",
            "numbers with a fraction become doubles, and those decimals"
        )
        {
            Invents = (error, comparison) =>
                error.Kind
                    is ValidationErrorKind.NumberTooBig
                        or ValidationErrorKind.NumberTooSmall
                        or ValidationErrorKind.NumberNotMultipleOf
                && comparison.Numbers.Any(n => !IsHeld(n)),
        },
        new(
            "numbers are equal that a double can't tell apart",
            "numbers with a fraction become doubles"
        )
        {
            Invents = (error, comparison) =>
                error.Kind == ValidationErrorKind.ItemsNotUnique
                && comparison.Numbers.Any(n => !IsHeld(n)),
        },
    ];

    private static bool IsBeyondLong(string number) =>
        number.AsSpan().IndexOfAny(".eE") < 0
        && BigInteger.Parse(number, CultureInfo.InvariantCulture) is var value
        && (value < long.MinValue || value > long.MaxValue);

    private static bool IsHeld(string number)
    {
        var value = double.Parse(number, CultureInfo.InvariantCulture);
        return Math.Abs(value) < (double)decimal.MaxValue
            && ExactNumber
                .Parse(((decimal)value).ToString(CultureInfo.InvariantCulture))
                .CompareTo(ExactNumber.Parse(number)) == 0;
    }
}
