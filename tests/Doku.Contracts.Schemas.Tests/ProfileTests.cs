using System.Text.Json;
using System.Text.RegularExpressions;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>The schema files keep to the part of JSON Schema that NJsonSchema, the judge of the sandbox, understands too.</summary>
public sealed partial class ProfileTests
{
    private static readonly HashSet<string> s_profile =
    [
        .. (
            "type properties required additionalProperties items minItems maxItems uniqueItems contains minLength maxLength "
            + "pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf enum format $ref $defs $id $schema "
            + "$comment allOf anyOf oneOf if then else dependentRequired default deprecated title description examples "
            + "x-name x-sensitive x-evidence x-advice x-total x-role x-same-as x-progress"
        ).Split(' '),
    ];

    private static readonly HashSet<string> s_annotations =
    [
        "$ref",
        "$comment",
        "title",
        "description",
        "examples",
        "default",
        "deprecated",
        "x-name",
        "x-sensitive",
        "x-evidence",
        "x-advice",
        "x-role",
        "x-same-as",
    ];

    public static TheoryData<string> Files => new(SchemaFiles.Schemas);

    [Theory]
    [MemberData(nameof(Files))]
    public void File_has_dialect_title_and_description_and_no_id(string file)
    {
        var root = SchemaFiles.Open(file).Node;

        Assert.Equal(
            "https://json-schema.org/draft/2020-12/schema",
            root.GetProperty("$schema").GetString()
        );
        Assert.NotEmpty(root.GetProperty("title").GetString()!);
        Assert.NotEmpty(root.GetProperty("description").GetString()!);
        Assert.False(root.TryGetProperty("$id", out _));
    }

    [Fact]
    public void Every_keyword_is_in_the_profile() =>
        Assert.Empty(
            SchemaFiles
                .AllPlaces()
                .SelectMany(place => KeywordsOf(place).Except(s_profile).Select(place.Name))
        );

    [Fact]
    public void Every_reference_resolves_and_has_only_annotations_beside_it()
    {
        var references = SchemaFiles
            .AllPlaces()
            .Where(place => place.Node.TryGetProperty("$ref", out _))
            .ToList();

        Assert.NotEmpty(references);
        Assert.All(references, place => Assert.NotEmpty(place.Parts().Skip(1)));
        Assert.Empty(
            references.SelectMany(place =>
                KeywordsOf(place).Except(s_annotations).Select(place.Name)
            )
        );
    }

    [Fact]
    public void Every_property_and_definition_has_a_description_and_evidence_of_its_own()
    {
        var described = SchemaFiles.AllPlaces().Where(IsDescribed).ToList();

        Assert.InRange(described.Count, 100, int.MaxValue);
        Assert.All(
            described,
            place => Assert.NotEmpty(place.Node.GetProperty("description").GetString()!)
        );
        Assert.All(described, place => AssertEvidence(place.Node.GetProperty("x-evidence")));
    }

    // What DOKU sends may be as long as it likes.
    [Fact]
    public void Every_text_of_a_request_has_a_greatest_length_or_a_list_of_values_at_least_as_advice()
    {
        var texts = SchemaFiles
            .AllPlaces()
            .Where(place =>
                place.IsProperty()
                && !place.File.StartsWith("common/", StringComparison.Ordinal)
                && !place.File.Contains("response", StringComparison.Ordinal)
                && IsDescribed(place)
                && place.Keyword("type").First().ToString().Contains("string")
            )
            .ToList();

        Assert.NotEmpty(texts);
        Assert.All(
            texts,
            text =>
                Assert.True(
                    // What a shipping address adds is only that its members aren't empty.
                    text.File.EndsWith("/shipping-address.schema.json", StringComparison.Ordinal)
                        || text.Keyword("maxLength")
                            .Concat(text.Keyword("enum"))
                            .Concat(text.Keyword("x-advice").Where(IsBounded))
                            .Any(),
                    $"{text}"
                )
        );
    }

    [Fact]
    public void Every_mandatory_text_of_a_request_is_at_least_one_character_long()
    {
        var mandatory = Table
            .Read("rows.tsv")
            .Where(row => row[0] == "request" && row[3] == "M" && row[4] == "string");
        var places = mandatory.Select(row => (row[2], Place: Follow(row[2]))).ToList();

        Assert.InRange(places.Count, 10, int.MaxValue);
        Assert.All(
            places,
            one =>
                Assert.True(
                    one.Place.Keyword("enum").Any()
                        || one.Place.Keyword("minLength").Any(limit => limit.GetInt32() >= 1),
                    one.Item1
                )
        );
    }

    [Fact]
    public void Every_character_set_is_one_anchored_class()
    {
        var sets = SchemaFiles
            .Open("common/text.schema.json")
            .Node.GetProperty("$defs")
            .EnumerateObject()
            .ToList();

        Assert.NotEmpty(sets);
        Assert.All(
            sets,
            set => Assert.Matches(OneClass(), set.Value.GetProperty("pattern").GetString())
        );
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData("\0")]
    [InlineData("\u007F")]
    [InlineData("\"")]
    [InlineData("<")]
    [InlineData(">")]
    [InlineData("\\")]
    [InlineData("|")]
    [InlineData("\uD83D")]
    public void No_character_set_lets_a_dangerous_character_through(string character)
    {
        var sets = SchemaFiles
            .Open("common/text.schema.json")
            .Node.GetProperty("$defs")
            .EnumerateObject()
            .Where(set => !set.Name.StartsWith("printable", StringComparison.Ordinal));

        Assert.All(
            sets,
            // A letter follows, because $ would let a last line feed pass.
            set =>
                Assert.DoesNotMatch(set.Value.GetProperty("pattern").GetString()!, character + "0")
        );
    }

    [Theory]
    [InlineData("\t", true)]
    [InlineData("\0", true)]
    [InlineData("\u007F", true)]
    [InlineData("\u0085", true)]
    [InlineData("\n", false)]
    [InlineData("\r", false)]
    public void No_text_that_is_sent_has_a_control_character(string character, bool inNoLine)
    {
        var sets = SchemaFiles.Open("common/text.schema.json").Node.GetProperty("$defs");
        string PatternOf(string name) => sets.GetProperty(name).GetProperty("pattern").GetString()!;

        Assert.DoesNotMatch(PatternOf("printable"), character + "0");
        Assert.Equal(!inNoLine, Regex.IsMatch(character + "0", PatternOf("printableLines")));
    }

    private static bool IsBounded(JsonElement advice) =>
        advice.TryGetProperty("maxLength", out _) || advice.TryGetProperty("enum", out _);

    private static void AssertEvidence(JsonElement evidence)
    {
        var level = evidence.GetProperty("level").GetString();

        Assert.Matches("^(documented|observed|inferred)$", level);
        Assert.True(level != "inferred" || evidence.GetProperty("note").GetString()!.Length > 0);
    }

    /// <summary>What stands inside a condition repeats properties that are described elsewhere.</summary>
    private static bool IsDescribed(SchemaPlace place) =>
        (place.IsProperty() || place.IsDefinition())
        && !place.IsInCondition()
        && !place.Pointer.Contains("/x-advice/", StringComparison.Ordinal);

    private static IEnumerable<string> KeywordsOf(SchemaPlace place) =>
        place.Node.EnumerateObject().Select(keyword => keyword.Name);

    private static SchemaPlace Follow(string path) =>
        path.Split('.')
            .Aggregate(
                SchemaFiles.Open("kredivo/generate-order.request.schema.json"),
                (place, step) =>
                    step.EndsWith("[]", StringComparison.Ordinal)
                        ? place.Property(step[..^2])!.Items()!
                        : place.Property(step)!
            );

    [GeneratedRegex(@"\A\^\[(\\.|[^\]\\])+\]\*\$\z")]
    private static partial Regex OneClass();
}
