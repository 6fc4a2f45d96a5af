using System.Reflection;
using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Generators.Tests;

/// <summary>A new member of a schema is a new member of everything, and no C# is edited for it.</summary>
public sealed class SchemaChangeTests
{
    private const string Path = "kredivo/line-item.schema.json";

    private const string Added = """
        "gift_note": { "description": "What to write on the card.", "type": "string", "minLength": 2, "maxLength": 30, "x-sensitive": true,
          "x-evidence": { "level": "inferred", "note": "Made for a test." } },
        """;

    // C# that a caller of the new contract would write.
    private const string Caller = """
        using System.Buffers;
        using System.Text;
        using Sample.Kredivo;

        internal static class Caller
        {
            public static string Story()
            {
                var item = LineItem.Read("{\"name\":\"Tea\",\"price\":1,\"quantity\":1,\"id\":\"1\",\"type\":\"FOOD\",\"url\":\"https://toko.example/1\",\"gift_note\":\"For you\"}"u8);
                var output = new ArrayBufferWriter<byte>();
                item.Write(output);
                var written = Encoding.UTF8.GetString(output.WrittenSpan);
                var broken = item with { GiftNote = "x" };
                return $"{item.GiftNote}|{written.Contains("\"gift_note\":\"For you\"")}|{LineItem.Limits.GiftNoteMaxLength}|{broken.Validate()[0].Pointer} {broken.Validate()[0].Code}|{item.ToString().Contains("For you")}";
            }
        }
        """;

    [Fact]
    public void An_optional_member_changes_record_validator_codec_and_documentation_of_its_type_alone()
    {
        var before = GeneratorRun.Of([.. Repository.Schemas()]);
        var after = GeneratorRun.Of(Changed(), Caller);

        var changed = Assert.Single(after.Sources.Except(before.Sources));

        Assert.Equal("Sample.Kredivo.LineItem.g.cs", changed.HintName);
        Assert.Contains(
            "/// <summary>What to write on the card.</summary>",
            changed.Source,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Optional; 2 to 30 characters; personal data, masked in ToString.",
            changed.Source,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "public string? GiftNote { get; init; }",
            changed.Source,
            StringComparison.Ordinal
        );
        Assert.Empty(after.CompilerFindings);
        Assert.Equal("For you|True|30|/gift_note min_length|False", Run(after));
    }

    private static IEnumerable<SchemaText> Changed() =>
        Repository
            .SchemaPaths()
            .Select(path => new SchemaText(
                path,
                path == Path ? WithMember(Repository.Read(path)) : Repository.Read(path)
            ));

    private static string WithMember(string text)
    {
        const string start = "\"properties\": {";
        var at = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[..at] + Added + text[at..];
    }

    private static string Run(GeneratorRun run)
    {
        using var image = new MemoryStream();
        Assert.True(run.Compilation.Emit(image).Success);
        var caller = Assembly.Load(image.ToArray()).GetType("Caller")!;
        return (string)caller.GetMethod("Story")!.Invoke(null, null)!;
    }
}
