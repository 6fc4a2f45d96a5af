using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Runtime.Tests.Values;

public sealed class ContractValueTests
{
    [Theory]
    [InlineData("null", JsonValueKind.Null)]
    [InlineData("true", JsonValueKind.True)]
    [InlineData("false", JsonValueKind.False)]
    [InlineData("-1.50e3", JsonValueKind.Number)]
    [InlineData("\"a\\n\"", JsonValueKind.String)]
    [InlineData("[ 1 , { \"a\" : [ ] } ]", JsonValueKind.Array)]
    [InlineData("{ \"b\" : 1, \"a\" : null }", JsonValueKind.Object)]
    public void A_value_is_written_as_it_came(string json, JsonValueKind kind)
    {
        var value = ContractValue.Parse($" {json}\n");
        Assert.Equal(kind, value.Kind);
        Assert.Equal(kind.ToString(), value.ToString());
        Assert.Equal(json, Encoding.UTF8.GetString(value.Utf8Json.Span));
        var written = new ArrayBufferWriter<byte>();
        ContractCodec.Write(value, written);
        Assert.Equal(json, Encoding.UTF8.GetString(written.WrittenSpan));
    }

    [Fact]
    public void Items_and_members_are_values_themselves()
    {
        var value = ContractValue.Parse("""{"a":[1,"x",{"b":true}],"\u0063":null}""");
        Assert.Equal(2, value.Count);
        Assert.Equal(["a", "c"], value.Members.Select(m => m.Key));
        var items = value["a"]!.Items.ToArray();
        Assert.Equal(3, value["a"]!.Count);
        Assert.True(items[0].TryGetInt64(out var one) && one == 1);
        Assert.Equal("x", items[1].AsString());
        Assert.True(items[2]["b"]!.TryGetBoolean(out var b) && b);
        Assert.Equal("""{"b":true}""", Encoding.UTF8.GetString(items[2].Utf8Json.Span));
        Assert.Equal(ContractValue.Null, value["c"]);
        Assert.Null(value["d"]);
        Assert.Null(items[0]["d"]);
        Assert.Empty(items[0].Items);
        Assert.Empty(value.Items);
        Assert.Empty(value["a"]!.Members);
        Assert.Equal(0, items[1].Count);
    }

    [Theory]
    [InlineData("""{"a":1.0,"b":[1e2]}""", """{ "b":[100],"\u0061":1 }""")]
    [InlineData("[]", "[ ]")]
    [InlineData("\"é\"", "\"\\u00E9\"")]
    [InlineData("-0", "0.00")]
    public void Equal_values_are_equal_however_they_are_written(string left, string right)
    {
        var one = ContractValue.Parse(left);
        var other = ContractValue.Parse(right);
        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("{\"a\":1}", "{\"a\":2}")]
    [InlineData("{\"a\":1}", "{\"b\":1}")]
    [InlineData("{}", "[]")]
    [InlineData("\"1\"", "1")]
    public void Different_values_are_different(string left, string right) =>
        Assert.True(ContractValue.Parse(left) != ContractValue.Parse(right));

    [Fact]
    public void An_item_is_equal_to_the_same_value_elsewhere()
    {
        var item = ContractValue.Parse("[0,{\"a\":[1]}]").Items.Last();
        Assert.Equal(ContractValue.Parse("{ \"a\" : [ 1.0 ] }"), item);
        Assert.Equal(ContractValue.Parse("{\"a\":[1]}").GetHashCode(), item.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("tru")]
    [InlineData("01")]
    [InlineData("\"\\x\"")]
    [InlineData("1 2")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""[{"b":{"a":1,"a":1}}]""")]
    public void What_is_no_JSON_or_names_a_member_twice_is_refused(string json) =>
        Assert.Throws<ContractException>(() => ContractValue.Parse(json));

    [Fact]
    public void A_member_named_twice_is_told_with_its_place()
    {
        Assert.False(
            ContractCodec.TryRead<ContractValue>(
                Encoding.UTF8.GetBytes("""{"a":[{"b":1,"b":2}]}"""),
                ContractReadOptions.Lenient,
                out _,
                out var errors
            )
        );
        var error = errors.Single();
        Assert.Equal(("/a/0/b", "duplicate_member", 18), (error.Pointer, error.Code, error.Column));
    }

    [Fact]
    public void Nesting_is_limited_as_the_reader_says()
    {
        var json = Encoding.UTF8.GetBytes("[[[]]]");
        var options = ContractReadOptions.Lenient with { MaxDepth = 3 };
        Assert.True(ContractCodec.TryRead<ContractValue>(json, options, out _, out _));
        options = options with { MaxDepth = 2 };
        Assert.False(ContractCodec.TryRead<ContractValue>(json, options, out _, out _));
    }

    [Fact]
    public void Plain_values_become_JSON()
    {
        Assert.Equal("\"a\\\"\\n€\"", Json("a\"\n€"));
        Assert.Equal("-12", Json(-12));
        Assert.Equal("1.5", Json(1.50m));
        Assert.Equal("true", Json(true));
        Assert.Equal("1e400", Json(ContractValue.From(ContractNumber.From("10e399"))));
        Assert.Equal("[1]", Json(ContractValue.From(ContractValue.Parse("[1]"))));
        Assert.Throws<InvalidOperationException>(() => ContractValue.From("\ud800"));
        Assert.Throws<InvalidOperationException>(() => ContractValue.Null.AsString());
    }

    [Fact]
    public void An_unpaired_surrogate_is_kept()
    {
        var value = ContractValue.Parse("\"\\ud800\"");
        Assert.Equal("\ud800", value.AsString());
        Assert.NotEqual(ContractValue.Parse("\"\\ufffd\""), value);
    }

    [Theory]
    [InlineData("9223372036854775807", true, true)]
    [InlineData("9223372036854775808", false, true)]
    [InlineData("1.0", true, true)]
    [InlineData("0.1", false, true)]
    [InlineData("1e400", false, false)]
    [InlineData("\"1\"", false, false)]
    public void A_number_is_got_where_it_fits(string json, bool isInt64, bool isDecimal)
    {
        var value = ContractValue.Parse(json);
        Assert.Equal(isInt64, value.TryGetInt64(out _));
        Assert.Equal(isDecimal, value.TryGetDecimal(out _));
        Assert.Equal(json[0] != '"', value.TryGetNumber(out _));
        Assert.False(value.TryGetBoolean(out _));
    }

    [Fact]
    public void A_value_is_read_as_a_record_of_another_kind()
    {
        var value = ContractValue.Parse("[1,[2,{}]]");
        Assert.True(
            value.TryRead<ContractValue>(ContractReadOptions.Strict, out var read, out var errors)
        );
        Assert.True(errors.IsValid);
        Assert.Equal(value, read);
        var shallow = ContractReadOptions.Strict with { MaxDepth = 1 };
        Assert.False(value.TryRead<ContractValue>(shallow, out _, out errors));
        Assert.Equal("malformed", errors.Single().Code);
    }

    [Fact]
    public void System_Text_Json_reads_and_writes_a_value()
    {
        const string Json = """{"a":[1.0,"x"]}""";
        var value = JsonSerializer.Deserialize<ContractValue>(Json)!;
        Assert.Equal("x", value["a"]!.Items.Last().AsString());
        Assert.Equal(Json, JsonSerializer.Serialize(value));
    }

    private static string Json(ContractValue value) => Encoding.UTF8.GetString(value.Utf8Json.Span);
}
