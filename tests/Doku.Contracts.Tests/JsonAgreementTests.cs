using System.Text;
using System.Text.Json;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Tests;

/// <summary>The runtime has a tokenizer of its own. What is JSON and what isn't must be what System.Text.Json says.</summary>
public sealed class JsonAgreementTests
{
    private const string Signs = "{}[]:,\"\\truefalsn0123456789eE+-. \n\t/u\u0001d8";

    private static readonly string[] Seeds =
    [
        """{"message":["a","b"],"x":{"y":[1,-0,1.5e3,{"z":null}],"q":true,"w":false},"error":{"code":"4\u0030\ud83d\ude00","type":"é"}, "n" : -12.50 , "e":[] , "o":{ } }""",
        """{"order":{"invoice_number":"INV-1\n\"","amount":1.0e2},"peer_to_peer_info":{"status":"PENDING","x":[[["\u0041"]]]}}""",
        """{"a":1,"order":{"amount":"170000","invoice_number":"\ud800"}}""",
    ];

    [Fact]
    public void Tells_json_from_other_text_as_the_framework_does()
    {
        var random = new Random(20261122);
        var malformed = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var json = Mutate(Encoding.UTF8.GetBytes(Seeds[i % Seeds.Length]), random);
            var isJson = IsJson(json);
            malformed += isJson ? 0 : 1;

            _ = GenerateOrderResponse.TryRead(json, out _, out var response);
            _ = ErrorResponse.TryRead(json, ContractReadOptions.Strict, out _, out var error);

            foreach (var errors in new[] { response, error })
            {
                Assert.True(
                    errors.Any(e => e.Code == ContractErrorCodes.Malformed) != isJson,
                    $"{Encoding.UTF8.GetString(json)}: {errors}"
                );
            }
        }

        Assert.InRange(malformed, 1_000, 19_000);
    }

    [Theory]
    [InlineData("0.000")]
    [InlineData("-12.5e+1")]
    [InlineData("123456789012345678")]
    [InlineData("1234567890123456789")]
    [InlineData("0.1234567890123456789012345678")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0e999999999")]
    public void Reads_a_number_as_the_framework_does(string number)
    {
        var json =
            $$"""{"name":"a","price":{{number}},"quantity":1,"id":"1","type":"A","url":"https://a.b"}""";

        Assert.Equal(
            JsonElement.Parse(number).GetDecimal(),
            LineItem.Read(Encoding.UTF8.GetBytes(json)).Price
        );
    }

    [Fact]
    public void Says_the_line_and_column_at_which_the_text_stops_being_json()
    {
        Assert.False(
            ErrorResponse.TryRead("{\n  \"message\": \"é\", ?\n}"u8, out _, out var errors)
        );

        var error = Assert.Single(errors);
        Assert.Equal((2, 19), (error.Line, error.Column));
    }

    private static byte[] Mutate(byte[] json, Random random)
    {
        // Two-byte letters stay whole: what isn't UTF-8 is refused before the tokenizer sees it.
        var bytes = json.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            if (bytes[at] >= 0x80)
            {
                continue;
            }

            switch (random.Next(3))
            {
                case 0:
                    bytes[at] = (byte)Signs[random.Next(Signs.Length)];
                    break;
                case 1:
                    bytes.Insert(at, (byte)Signs[random.Next(Signs.Length)]);
                    break;
                default:
                    bytes.RemoveAt(at);
                    break;
            }
        }

        return [.. bytes];
    }

    private static bool IsJson(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
