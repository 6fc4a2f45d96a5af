using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using CsCheck;
using Doku.Contracts.Runtime.Tests.Support;

namespace Doku.Contracts.Runtime.Tests.Values;

public sealed class ContractNumberTests
{
    // Digits with zeros at either end, a point anywhere, and exponents small enough to be written out.
    private static readonly Gen<string> Digits = Gen.Char["0000123456789"]
        .Array[1, 45]
        .Select(d => new string(d));

    private static readonly Gen<string> Numbers = Gen.Select(
        OneOf("", "-"),
        Digits.Select(d => d.TrimStart('0') is { Length: > 0 } some ? some : "0"),
        Gen.OneOf(Gen.Const(""), Digits.Select(d => "." + d)),
        Gen.OneOf(
            Gen.Const(""),
            Gen.Select(OneOf("e", "E", "e+", "e-"), Gen.Int[0, 60], (e, n) => $"{e}{n}")
        ),
        string.Concat
    );

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.00e5", "0")]
    [InlineData("1.50", "1.5")]
    [InlineData("-100", "-100")]
    [InlineData("1e2", "100")]
    [InlineData("12e-1", "1.2")]
    [InlineData("1e28", "10000000000000000000000000000")]
    [InlineData("1e29", "1e29")]
    [InlineData("123e30", "1.23e32")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("-1.5E-400", "-1.5e-400")]
    [InlineData("1e9223372036854775807", "1e9223372036854775807")]
    [InlineData("10e9223372036854775807", "1e9223372036854775808")]
    [InlineData("0e99999999999999999999", "0")]
    public void A_number_has_one_text(string number, string text) =>
        Assert.Equal(text, ContractNumber.From(number).ToString());

    public static TheoryData<string, string> HugeEquals =>
        new()
        {
            { $"1e{Nines(37)}", $"0.1e1{Zeros(37)}" },
            { $"10e{Nines(37)}", $"1e1{Zeros(37)}" },
            { $"100e{Nines(38)}", $"10e1{Zeros(38)}" },
            { $"1e-{Nines(37)}", $"10e-1{Zeros(37)}" },
            { $"0.1e-{Nines(37)}", $"1e-1{Zeros(37)}" },
            { $"0.01e-{Nines(50)}", $"0.1e-1{Zeros(50)}" },
            { $"1e-1{Zeros(50)}", $"0.1e-{Nines(50)}" },
            { $"10e-1{Zeros(50)}", $"1e-{Nines(50)}" },
            { $"1e000{Nines(60)}", $"1e+{Nines(60)}" },
        };

    [Theory]
    [MemberData(nameof(HugeEquals))]
    public void Exponents_of_any_length_are_reckoned_with(string left, string right)
    {
        var (one, other) = (ContractNumber.From(left), ContractNumber.From(right));
        Assert.Equal(one, other);
        Assert.Equal(0, one.CompareTo(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(Judged.Holds(Rules.Enum(left), right));
        var larger = ContractNumber.From(
            "11" + right[1..].Replace(".", "", StringComparison.Ordinal)
        );
        Assert.True(larger > one);
        Assert.True(ContractNumber.From("-" + left) < one);
        Assert.True(IsMultiple(left, right));
    }

    [Fact]
    public void Exponents_on_different_sides_of_zero_are_ordered()
    {
        string[] ascending =
        [
            $"-1e{Nines(50)}",
            "-1",
            $"-1e-{Nines(50)}",
            "0",
            $"1e-1{Zeros(50)}",
            $"1e-{Nines(50)}",
            "1e-400",
            "1",
            "1e400",
            $"1e{Nines(50)}",
            $"1e1{Zeros(50)}",
        ];
        var numbers = ascending.Select(ContractNumber.From).ToArray();
        Assert.Equal(numbers, numbers.Reverse().Order());
        Assert.True(IsMultiple($"7e{Nines(50)}", $"1e-{Nines(50)}"));
        Assert.True(IsMultiple($"21e{Nines(50)}", "14"));
        Assert.False(IsMultiple($"22e{Nines(50)}", "14"));
        Assert.False(IsMultiple("1", $"1e{Nines(50)}"));
        Assert.True(IsMultiple("1", $"1e-{Nines(50)}"));
        Assert.False(IsMultiple($"1e-{Nines(50)}", "1"));
    }

    [Fact]
    public void A_million_digits_take_no_time_to_speak_of()
    {
        var million = new string('7', 1_000_000);
        var watch = Stopwatch.StartNew();
        foreach (
            var number in (string[])[million, "1e" + million, "-0." + million + "e-" + million]
        )
        {
            Assert.Equal(ContractNumber.From(number), ContractNumber.From(number));
            IsMultiple(number, "7");
            IsMultiple(number, "123456789012345678901234567891");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("1 ")]
    [InlineData("NaN")]
    [InlineData("١")]
    public void What_is_no_JSON_number_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ContractNumber.From(text));

    [Fact]
    public void Every_decimal_and_every_long_is_held()
    {
        Assert.Equal(
            "79228162514264337593543950335",
            ((ContractNumber)decimal.MaxValue).ToString()
        );
        Assert.Equal("-9223372036854775808", ((ContractNumber)long.MinValue).ToString());
        Assert.Equal(default, (ContractNumber)0m);
        Assert.Equal("0", default(ContractNumber).ToString());
        Gen.Decimal.Sample(value =>
            ((ContractNumber)value).TryGetDecimal(out var held) && held == value
        );
        Gen.Long.Sample(value =>
            ((ContractNumber)value).TryGetInt64(out var held) && held == value
        );
        Assert.False(ContractNumber.From("79228162514264337593543950336").TryGetDecimal(out _));
        Assert.False(ContractNumber.From("9223372036854775808").TryGetInt64(out _));
        Assert.False(ContractNumber.From("0.5").TryGetInt64(out _));
        Assert.False(ContractNumber.From("1e-29").TryGetDecimal(out _));
    }

    [Fact]
    public void Numbers_are_ordered_as_fractions_without_limits_are() =>
        Gen.Select(Numbers, Numbers)
            .Sample(
                (left, right) =>
                {
                    var (one, other) = (ContractNumber.From(left), ContractNumber.From(right));
                    var order = Math.Sign(Scaled(left).CompareTo(Scaled(right)));
                    return Math.Sign(one.CompareTo(other)) == order
                        && (one == other) == (order == 0)
                        && (one < other) == (order < 0)
                        && (one >= other) == (order >= 0)
                        && (order != 0 || one.GetHashCode() == other.GetHashCode())
                        && Scaled(one.ToString()) == Scaled(left);
                },
                iter: 20_000
            );

    [Fact]
    public void Multiples_are_those_of_fractions_without_limits() =>
        Gen.Select(Numbers, Numbers.Where(n => !Scaled(n).IsZero), Gen.Int[0, 1000])
            .Sample(
                (number, unit, factor) =>
                    IsMultiple(number, unit) == (Scaled(number) % Scaled(unit)).IsZero
                    && IsMultiple(Text(Scaled(unit) * factor), unit),
                iter: 20_000
            );

    [Fact]
    public void A_number_is_whole_when_no_digit_is_behind_the_point() =>
        Numbers.Sample(
            number => ContractNumber.From(number).IsWhole == (Scaled(number) % One).IsZero,
            iter: 5_000
        );

    [Fact]
    public void Reader_and_writer_keep_numbers_of_any_size()
    {
        const string Json = "[1e400,-0.0,12345678901234567890123456789012345678901234567890]";
        var sum = NumberList.RoundTrip(Json, isWhole: true, out var errors);
        Assert.True(errors.IsValid);
        Assert.Equal("[1e400,0,12345678901234567890123456789012345678901234567890]", sum);
        NumberList.RoundTrip("[1.5,\"1\"]", isWhole: true, out errors);
        Assert.Equal(
            ["/0 type must be a whole number", "/1 type must be a whole number"],
            errors.Select(e => $"{e.Pointer} {e.Code} {e.Message}")
        );
        NumberList.RoundTrip("[1.5,null]", isWhole: false, out errors);
        Assert.Equal(["must be a number"], errors.Select(e => e.Message));
    }

    [Fact]
    public void Checks_say_their_limits()
    {
        var errors = new ContractErrorSink(10);
        ContractNumber five = 5;
        var huge = ContractNumber.From("1e400");
        ContractChecks.Minimum(five, five, ref errors);
        ContractChecks.Maximum(five, five, ref errors);
        ContractChecks.MultipleOf(huge, five, ref errors);
        Assert.Equal(0, errors.Count);
        ContractChecks.Minimum(five, huge, ref errors);
        ContractChecks.ExclusiveMinimum(five, five, ref errors);
        ContractChecks.Maximum(huge, five, ref errors);
        ContractChecks.ExclusiveMaximum(five, five, ref errors);
        ContractChecks.MultipleOf(huge, 3, ref errors);
        Assert.Equal(
            [
                "minimum must be at least 1e400",
                "minimum must be greater than 5",
                "maximum must be at most 5",
                "maximum must be less than 5",
                "multiple_of must be a multiple of 3",
            ],
            errors.ToErrors().Select(e => $"{e.Code} {e.Message}")
        );
    }

    private static bool IsMultiple(string number, string unit)
    {
        var isMultiple = Judged.Holds(Rules.MultipleOf(unit), number);
        var errors = new ContractErrorSink(1);
        ContractChecks.MultipleOf(
            ContractNumber.From(number),
            ContractNumber.From(unit),
            ref errors
        );
        Assert.Equal(isMultiple, errors.Count == 0);
        return isMultiple;
    }

    private static string Nines(int count) => new('9', count);

    private static string Zeros(int count) => new('0', count);

    private static Gen<string> OneOf(params string[] texts) =>
        Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    // Every number here times this is whole.
    private const int Scale = 120;
    private static readonly BigInteger One = BigInteger.Pow(10, Scale);

    private static string Text(BigInteger scaled) => $"{scaled}e-{Scale}";

    private static BigInteger Scaled(string number)
    {
        var parts = number.Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var exponent =
            (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0)
            - (point < 0 ? 0 : parts[0].Length - point - 1);
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture)
            * BigInteger.Pow(10, Scale + exponent);
    }
}
