using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.AspNetCore.Tests;

public sealed class OrderPointerTests
{
    private const string Pointer = "/order/invoice_number";

    [Theory]
    [InlineData(Pointer, """{"a":[1,{"order":2}],"order":{"x":{},"invoice_number":"INV-1"}}""")]
    [InlineData("/id", """{"id":"INV-1"}""")]
    [InlineData("/a~1b/~0", """{"a/b":{"~":"INV-1"}}""")]
    [InlineData("/", """{"":"INV-1"}""")]
    public void An_order_has_one_key_wherever_its_number_stands(string pointer, string body) =>
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData("MCH-1\n/notify\nINV-1"u8)),
            Key(pointer, body)
        );

    [Fact]
    public void Numbers_of_orders_tell_keys_apart_and_nothing_else_does()
    {
        var key = Key("/id", """{"id":"INV-1"}""");
        Assert.Equal(key, Key("/id", """{"other":3, "id" : "INV-1"}"""));
        Assert.NotEqual(key, Key("/id", """{"id":"INV-2"}"""));
        Assert.NotEqual(key, Key("/id", """{"id":"INV-1"}""", "MCH-2"));
        Assert.NotEqual(key, Key("/id", """{"id":"INV-1"}""", "MCH-1", "/other"));
        Assert.Equal(Key("/id", """{"id":17}"""), Key("/id", """{"id":17,"n":1}"""));
        // Whatever a number holds, its key fits every database.
        Assert.Equal(64, Key("/id", $$"""{"id":"{{new string('x', 60_000)}}"}""")!.Length);
        Assert.Equal(64, Key("/id", """{"id":"\u0000\ud800"}""")!.Length);
    }

    [Theory]
    [InlineData(Pointer, """{"order":{}}""")]
    [InlineData(Pointer, """{"order":"INV-1"}""")]
    [InlineData(Pointer, """{"order":{"invoice_number":null}}""")]
    [InlineData(Pointer, """{"order":{"invoice_number":{"x":1}}}""")]
    [InlineData(Pointer, "[]")]
    [InlineData(Pointer, "{")]
    [InlineData(Pointer, "")]
    public void Without_a_number_there_is_no_order(string pointer, string body) =>
        Assert.Null(Key(pointer, body));

    private static string? Key(
        string pointer,
        string body,
        string merchant = "MCH-1",
        string endpoint = "/notify"
    ) =>
        new OrderPointer(pointer).KeyOf(
            new NotificationKey(merchant, endpoint, ""),
            Encoding.UTF8.GetBytes(body)
        );
}
