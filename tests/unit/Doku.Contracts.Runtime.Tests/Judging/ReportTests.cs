using System.Text;
using Doku.Contracts.Runtime.Assertions;
using Doku.Contracts.Runtime.Tests.Support;

namespace Doku.Contracts.Runtime.Tests.Judging;

public sealed class ReportTests
{
    private static readonly Assertion Text = Rules.Types(JsonTypes.String);

    [Fact]
    public void An_error_tells_line_and_column_of_its_value()
    {
        var rules = Rules.Properties(("a", Rules.Items(0, Text)));
        var error = Judged.Errors(rules, "{\n  \"b\": 0,\n  \"a\": [\"é\", 12]\n}").Single();
        Assert.Equal(("/a/1", 3, 14), (error.Pointer, error.Line, error.Column));
    }

    [Fact]
    public void A_member_named_twice_is_reported_wherever_it_is()
    {
        const string Json = """{"a":[{"b":1,"\u0062":2,"c":{"b":3}}],"x":1,"a":2}""";
        Assert.Equal(
            [
                "/a duplicate_member: must not be there twice",
                "/a/0/b duplicate_member: must not be there twice",
            ],
            Judged.Words(Rules.Always, Json).Order()
        );
    }

    [Fact]
    public void A_member_named_twice_among_many_is_reported()
    {
        var names = Enumerable.Range(0, 100).Select(i => $"\"m{i}\":0").Append("\"\\u006d50\":1");
        Assert.Equal(
            ["/m50"],
            Judged.Errors(Rules.Always, "{" + string.Join(',', names) + "}").Select(e => e.Pointer)
        );
    }

    [Fact]
    public void Errors_beyond_the_limit_are_counted()
    {
        var json = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat('1', 50)) + "]");
        var options = ContractReadOptions.Strict with { MaxErrors = 3 };
        var errors = Judged.Errors(Rules.Items(0, Text), json, options);
        Assert.Equal((3, 50), (errors.Count, errors.Total));
    }

    [Fact]
    public void What_typed_code_has_reported_is_not_reported_again()
    {
        // The second reading judges with the errors of the first in its sink.
        var errors = Twice.Errors("""{"a":{"b":1},"c":{"b":1}}""");
        Assert.Equal(["/a/b type", "/c/b type"], errors);
    }

    [Fact]
    public void Judging_allocates_nothing_when_all_is_well()
    {
        var rules = Rules.Schema(
            Rules.Types(JsonTypes.Object),
            Rules.Required("name", "lines"),
            Rules.Properties(
                ("name", Rules.Schema(Text, Rules.MinLength(1), Rules.MaxLength(20))),
                ("amount", Rules.Schema(Rules.Minimum("1"), Rules.MultipleOf("0.01"))),
                ("kind", Rules.Enum("\"a\"", "\"b\"")),
                (
                    "lines",
                    Rules.Schema(Rules.UniqueItems(), Rules.Items(0, Rules.Reference(() => Text)))
                )
            ),
            Rules.AnyOf(Rules.Required("amount"), Rules.Required("kind")),
            Rules.UnevaluatedProperties(Rules.Never)
        );
        var json = Encoding.UTF8.GetBytes(
            """{"name":"Kopi \u0047ayo","amount":12.50,"kind":"b","lines":["a","b","c"]}"""
        );
        Assert.True(Judged.Errors(rules, json).IsValid);
        const int Rounds = 100;
        var empty = Allocated(() => Judged.Errors(Rules.Always, json), Rounds);
        var whole = Allocated(() => Judged.Errors(rules, json), Rounds);
        Assert.Equal(empty, whole);
    }

    private static long Allocated(Func<ContractErrors> act, int rounds)
    {
        act();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            act();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Reports a member by typed code, judges the same, and once more with a neighbour's errors in the sink.</summary>
    private sealed class Twice : IContract<Twice>
    {
        private static readonly Assertion BIsText = Rules.Properties(("b", Text));

        public static string[] Errors(string json)
        {
            ContractCodec.TryRead<Twice>(
                Encoding.UTF8.GetBytes(json),
                ContractReadOptions.Strict,
                out _,
                out var errors
            );
            return [.. errors.Select(e => $"{e.Pointer} {e.Code}")];
        }

        public static Twice Read(ref ContractReader reader)
        {
            reader.BeginObject();
            while (reader.NextMember(out var name))
            {
                var member = Encoding.UTF8.GetString(name);
                var mark = reader.Errors.Count;
                var start = reader.Position;
                reader.Skip();
                reader.Errors.AddAt("/b", "type", "must be a text");
                reader.Judge(BIsText, start);
                reader.Errors.WithinMember(mark, member);
            }

            return new Twice();
        }

        public static void Write(Twice value, ref ContractWriter writer) =>
            throw new NotSupportedException();

        public static void Validate(Twice value, ref ContractErrorSink errors) =>
            throw new NotSupportedException();
    }
}
