using Doku.Contracts.Runtime.Assertions;
using Doku.Contracts.Runtime.Tests.Support;

namespace Doku.Contracts.Runtime.Tests.Judging;

public sealed class ValueAssertionTests
{
    private static readonly string[] AllKinds = ["null", "true", "{}", "[]", "1", "1.5", "\"a\""];

    public static TheoryData<JsonTypes, string> Types =>
        new()
        {
            { JsonTypes.Null, "null" },
            { JsonTypes.Boolean, "true" },
            { JsonTypes.Object, "{}" },
            { JsonTypes.Array, "[]" },
            { JsonTypes.Number, "1 1.5" },
            { JsonTypes.Integer, "1" },
            { JsonTypes.String, "\"a\"" },
            { JsonTypes.Null | JsonTypes.String, "null \"a\"" },
        };

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_allows_its_own_kinds_and_no_other(JsonTypes types, string allowed)
    {
        var kinds = AllKinds.Where(json => Judged.Holds(Rules.Types(types), json));
        Assert.Equal(allowed, string.Join(' ', kinds));
    }

    /// <summary>A class as a set of characters judges as its pattern does, also of unpaired surrogates.</summary>
    [Theory]
    [InlineData("\"abc\"")]
    [InlineData("\"ab0\"")]
    [InlineData("\"\"")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"a\\ud83d\\ud83d0\"")]
    [InlineData("\"a\\ude00b\\ud83d\"")]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("\"\\ud83d\\ude010\"")]
    [InlineData("7")]
    public void A_set_of_characters_judges_as_its_pattern(string json)
    {
        var without = new CharacterSet("digits", "09", "0-9");
        Assert.Equal(
            Judged.Holds(Rules.Pattern(new ContractPattern("^[0-9]*$")), json),
            Judged.Holds(Rules.Characters(without), json)
        );
        var all = new CharacterSet("no digits", "\0/:\uD7FF\uE000\U0010FFFF", "^0-9");
        Assert.Equal(
            Judged.Holds(Rules.Pattern(new ContractPattern("^[^0-9]*$")), json),
            Judged.Holds(Rules.CharactersOrUnpaired(all), json)
        );
    }

    [Fact]
    public void A_set_of_characters_names_the_one_that_is_not_allowed() =>
        Assert.Equal(
            "/a characters: must not contain U+0078 'x' at 1; allowed are 0-9",
            Judged
                .Words(
                    Rules.Properties(
                        ("a", Rules.Characters(new CharacterSet("digits", "09", "0-9")))
                    ),
                    """{"a":"1x"}"""
                )
                .Single()
        );

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1e2", true)]
    [InlineData("15e-1", false)]
    [InlineData("150e-1", true)]
    [InlineData("-0.0", true)]
    [InlineData("0e99999999999999999999", true)]
    [InlineData("1e99999999999999999999", true)]
    [InlineData("1e-99999999999999999999", false)]
    [InlineData("1e9223372036854775807", true)]
    [InlineData("1.5e-9223372036854775808", false)]
    public void A_number_without_a_fraction_is_an_integer(string json, bool isInteger) =>
        Assert.Equal(isInteger, Judged.Holds(Rules.Types(JsonTypes.Integer), json));

    [Theory]
    [InlineData("1", "1.0 10e-1 0.1e1", "1.01 \"1\" true")]
    [InlineData("\"a\"", "\"a\" \"\\u0061\"", "\"b\" \"\" \"A\"")]
    [InlineData("\"\\ud83d\\ude00\"", "\"😀\"", "\"\\ud83d\"")]
    [InlineData("\"\\ud800\"", "\"\\uD800\"", "\"\\ud801\" \"\\ufffd\"")]
    [InlineData("[1,2]", "[1.0,2]", "[2,1] [1] [1,2,3]")]
    [InlineData("{\"a\":1,\"b\":[]}", "{\"b\":[],\"\\u0061\":1.0}", "{\"a\":1} {\"a\":1,\"c\":[]}")]
    [InlineData("null", "null", "false 0 \"\"")]
    [InlineData("0", "-0 0.0 0e5", "false")]
    [InlineData("1e400", "10e399 1000e397", "1e401")]
    public void A_constant_is_equal_by_value(string constant, string equal, string different)
    {
        var rules = Rules.Enum(constant);
        Assert.All(equal.Split(' '), json => Assert.True(Judged.Holds(rules, json), json));
        Assert.All(different.Split(' '), json => Assert.False(Judged.Holds(rules, json), json));
    }

    [Fact]
    public void An_object_of_many_members_is_equal_in_any_order()
    {
        var members = Enumerable.Range(0, 100).Select(i => $"\"m{i}\":{i}").ToArray();
        var rules = Rules.Enum("{" + string.Join(',', members) + "}");
        Assert.True(Judged.Holds(rules, "{" + string.Join(',', members.Reverse()) + "}"));
        members[50] = "\"m50\":51";
        Assert.False(Judged.Holds(rules, "{" + string.Join(',', members) + "}"));
        members[50] = "\"n50\":50";
        Assert.False(Judged.Holds(rules, "{" + string.Join(',', members) + "}"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("é", 1)]
    [InlineData("😀", 1)]
    [InlineData("\\ud83d\\ude00", 1)]
    [InlineData("\\ud83d", 1)]
    [InlineData("\\ude00\\ud83d", 2)]
    [InlineData("\\n\\u00e9x", 3)]
    public void A_length_counts_code_points(string text, int length)
    {
        var json = $"\"{text}\"";
        Assert.True(Judged.Holds(Rules.MinLength(length), json));
        Assert.False(Judged.Holds(Rules.MinLength(length + 1), json));
        Assert.True(Judged.Holds(Rules.MaxLength(length), json));
        Assert.True(length == 0 || !Judged.Holds(Rules.MaxLength(length - 1), json));
    }

    [Fact]
    public void Each_check_says_its_limit()
    {
        Assert.Equal([" type: must be a text"], Words(Rules.Types(JsonTypes.String), "1"));
        Assert.Equal(
            [" type: must be an object, a number or null"],
            Words(
                Rules.Types(
                    JsonTypes.Null | JsonTypes.Number | JsonTypes.Integer | JsonTypes.Object
                ),
                "[]"
            )
        );
        Assert.Equal(
            [" enum: must be one of a, 1, [2]"],
            Words(Rules.Enum("\"a\"", "1", "[2]"), "2")
        );
        Assert.Equal(
            [" min_length: must have at least 2 characters"],
            Words(Rules.MinLength(2), "\"a\"")
        );
        Assert.Equal(
            [" max_length: must have at most 1 character"],
            Words(Rules.MaxLength(1), "\"ab\"")
        );
        Assert.Equal(
            [" pattern: must match the pattern ^a$"],
            Words(Rules.Pattern(new ContractPattern("^a$")), "\"b\"")
        );
        Assert.Equal([" format: must be of the format ipv4"], Words(Rules.Format("ipv4"), "\"b\""));
        Assert.Equal([" minimum: must be at least 1"], Words(Rules.Minimum("1.0"), "0"));
        Assert.Equal([" minimum: must be greater than 1"], Words(Rules.ExclusiveMinimum("1"), "1"));
        Assert.Equal([" maximum: must be at most 1e400"], Words(Rules.Maximum("1e400"), "1e401"));
        Assert.Equal(
            [" maximum: must be less than -0.5"],
            Words(Rules.ExclusiveMaximum("-0.50"), "-0.5")
        );
        Assert.Equal(
            [" multiple_of: must be a multiple of 0.01"],
            Words(Rules.MultipleOf("0.01"), "1.001")
        );
        Assert.Equal([" not_allowed: is not allowed"], Words(Rules.Never, "1"));
        Assert.Empty(Words(Rules.Always, "1"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("false")]
    public void Checks_of_texts_and_numbers_say_nothing_about_other_kinds(string json)
    {
        var rules = Rules.Schema(
            Rules.MinLength(1),
            Rules.MaxLength(1),
            Rules.Pattern(new ContractPattern("x")),
            Rules.Format("ipv4"),
            Rules.Minimum("1"),
            Rules.ExclusiveMaximum("0"),
            Rules.MultipleOf("7")
        );
        Assert.True(Judged.Holds(rules, json));
    }

    [Fact]
    public void A_format_that_is_not_known_asserts_nothing() =>
        Assert.True(Judged.Holds(Rules.Format("tea"), "\"coffee\""));

    [Theory]
    [InlineData("1e1000000000000", "1e-1000000000000", true)]
    [InlineData("1e1000000000000", "7", false)]
    [InlineData("7e1000000000000", "7", true)]
    [InlineData("1e308", "0.5", true)]
    [InlineData("12391239123", "1e-8", true)]
    [InlineData("0.00751", "0.0001", false)]
    [InlineData("123456789012345678901234567890", "3", true)]
    [InlineData("123456789012345678901234567891", "3", false)]
    [InlineData("0", "1e-99999999999999999999", true)]
    public void A_multiple_is_exact_at_any_size(string number, string unit, bool isMultiple) =>
        Assert.Equal(isMultiple, Judged.Holds(Rules.MultipleOf(unit), number));

    private static string[] Words(Assertion rules, string json) => Judged.Words(rules, json);
}
