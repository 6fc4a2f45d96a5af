using System.Text;
using CsCheck;
using Doku.Contracts.Conformance.Tests.Judging;
using Doku.Contracts.Fuzz.Targets;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Robustness.Tests.Support;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Robustness.Tests.Reader;

/// <summary>
/// Any number that JSON can spell, in any member: reading never throws, and what it says is what arithmetic without
/// limits says.
/// </summary>
public sealed class NumberPropertyTests
{
    private static readonly Gen<string> Digits = Gen.OneOf(
        Pick.From("0", "00", "5", "50", "500", "9223372036854775807", "9223372036854775808"),
        Pick.From("79228162514264337593543950335", "79228162514264337593543950336"),
        Gen.Char['0', '9'].Array[1, 40].Select(digits => new string(digits))
    );

    // Small exponents keep a number in reach of the types, those around 64 bits are where arithmetic on them ends.
    private static readonly Gen<string> Exponents = Gen.OneOf(
        Gen.Int[0, 40].Select(e => $"{e}"),
        Gen.Long[long.MaxValue - 50, long.MaxValue].Select(e => $"{e}"),
        Pick.From("9223372036854775808", "2147483647", "2147483648", "4294967296"),
        Gen.Char['0', '9'].Array[1, 40].Select(digits => new string(digits))
    );

    private static readonly Gen<string> AnyNumber = Gen.Select(
        Pick.From("", "-"),
        Digits.Select(digits => digits.TrimStart('0') is { Length: > 0 } some ? some : "0"),
        Gen.OneOf(Gen.Const(""), Digits.Select(digits => "." + digits)),
        Gen.OneOf(
            Gen.Const(""),
            Gen.Select(Pick.From("e", "E"), Pick.From("", "+", "-"), Exponents, string.Concat)
        ),
        string.Concat
    );

    [Fact]
    public void Any_number_in_any_member_is_judged_as_exact_arithmetic_judges_it()
    {
        Property.Holds(
            AnyNumber,
            20_000,
            number =>
            {
                var exact = ExactNumber.Parse(number);
                return WholeAgrees("whole", number, exact, numbers => numbers.Whole, _ => true)
                    && WholeAgrees(
                        "count",
                        number,
                        exact,
                        n => n.Count,
                        n => n is >= -5 and <= 5000
                    )
                    && WholeAgrees(
                        "version",
                        number,
                        exact,
                        n => n.Version,
                        n => n is 0 or 2 or 300
                    )
                    && WholeAgrees("digits", number, exact, n => n.Digits, _ => true)
                    && Agrees("share", number, exact, n => n.Share, _ => true)
                    && Agrees("price", number, exact, n => n.Price, n => n >= 0 && n % 0.01m == 0)
                    && Agrees("size", number, exact, n => n.Size, n => n is 0 or 0.5m or 20000)
                    && Agrees("rate", number, exact, n => n.Rate, _ => true);
            }
        );
    }

    [Fact]
    public void Any_number_is_read_or_refused_without_an_exception_wherever_it_stands()
    {
        Property.Holds(
            AnyNumber,
            5_000,
            number =>
                Letter($$"""{"parts":[1,{{number}}],"rate":null}""") is 's' or '-'
                && Letter($$"""{"name":{{number}}}""") == '-'
                && Letter($$"""{"unknown":{{number}},"more":[{"x":{{number}}}]}""") == 's'
                && Letter(number) == '-'
                && ReaderTarget
                    .Read<GenerateOrderRequest>(
                        Encoding.UTF8.GetBytes(
                            $$$"""{"order":{"amount":{{{number}}},"line_items":[{"price":{{{number}}}}]}}"""
                        )
                    )
                    .Length == 1
        );
    }

    private static bool WholeAgrees(
        string member,
        string number,
        ExactNumber exact,
        Func<Numbers, long?> value,
        Func<decimal, bool> isAllowed
    )
    {
        var error =
            !exact.IsWhole ? ContractErrorCodes.Type
            : exact.FitsLong() ? null
            : ContractErrorCodes.NumberRange;
        return Agrees(member, number, exact, error, numbers => value(numbers), isAllowed);
    }

    private static bool Agrees(
        string member,
        string number,
        ExactNumber exact,
        Func<Numbers, decimal?> value,
        Func<decimal, bool> isAllowed
    )
    {
        var error = exact.FitsDecimal() ? null : ContractErrorCodes.NumberRange;
        return Agrees(member, number, exact, error, value, isAllowed);
    }

    private static bool Agrees(
        string member,
        string number,
        ExactNumber exact,
        string? error,
        Func<Numbers, decimal?> value,
        Func<decimal, bool> isAllowed
    )
    {
        var json = Encoding.UTF8.GetBytes($$"""{"{{member}}":{{number}}}""");
        if (!Numbers.TryRead(json, out var read, out var errors))
        {
            return errors.Single().Code == error && Letter(json) == '-';
        }

        return error is null
            && value(read) is { } held
            && ExactNumber.Parse(FormattableString.Invariant($"{held}")).CompareTo(exact) == 0
            && Letter(json) == (isAllowed(held) ? 's' : 'l');
    }

    private static char Letter(string json) => Letter(Encoding.UTF8.GetBytes(json));

    private static char Letter(byte[] json) => ReaderTarget.Read<Numbers>(json).Single();
}
