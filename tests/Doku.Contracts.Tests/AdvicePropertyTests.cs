using System.Text.Json.Nodes;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Schemas.Tests;

namespace Doku.Contracts.Tests;

/// <summary>No order is refused for a rule that is only inferred: only what advice speaks of is altered, at random.</summary>
public sealed class AdvicePropertyTests
{
    private const int Seed = 20261124;
    private const int Orders = 2_000;

    // Members whose texts have a documented form: these keep it.
    private static readonly Dictionary<string, Func<Random, string>> Forms = new(
        StringComparer.Ordinal
    )
    {
        ["phone"] = random =>
            (random.Next(2) == 0 ? "+" : "")
            + string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(10))),
        ["url"] = Url,
        ["image_url"] = Url,
        ["callback_url"] = Url,
        ["callback_url_cancel"] = Url,
        ["override_notification_url"] = Url,
        ["invoice_number"] = random => Text(random, 1, 64),
        ["name"] = random => Text(random, 1, 255),
        ["type"] = random => "TICKET " + Text(random, 0, 200),
        ["country_code"] = _ => "IDN",
    };

    private static readonly string[] Signs =
    [
        "a",
        "Z",
        "7",
        " ",
        "\"",
        "'",
        "’",
        "–",
        "™",
        "#",
        "|",
        "<",
        ">",
        "\\",
        "&",
        "é",
        "李",
        "я",
        "ض",
        "😀",
        "​",
        "‮",
        "\uE000",
    ];

    [Fact]
    public void An_order_that_only_goes_against_advice_is_accepted()
    {
        var example = Example.All.Single(e =>
            e.Path.EndsWith("valid/every-member-is-there.json", StringComparison.Ordinal)
        );
        var random = new Random(Seed);
        var advised = 0;
        for (var i = 0; i < Orders; i++)
        {
            var body = JsonNode.Parse(example.ReadBody())!;
            Alter(body, random, "");
            var json = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());

            var isRead = GenerateOrderRequest.TryRead(
                json,
                ContractReadOptions.Strict,
                out var order,
                out var errors
            );

            Assert.True(isRead, $"seed {Seed}, order {i}: {errors}\n{body}");
            Assert.Equal("valid", order!.Validate().ToString());
            advised += order.Review().IsValid ? 0 : 1;
        }

        // Nearly every one goes against something.
        Assert.InRange(advised, Orders * 9 / 10, Orders);
    }

    private static void Alter(JsonNode node, Random random, string name)
    {
        switch (node)
        {
            case JsonObject parent:
                foreach (var (member, value) in parent.ToList())
                {
                    if (value is JsonValue text && text.TryGetValue<string>(out _))
                    {
                        if (random.Next(3) == 0)
                        {
                            parent[member] = Make(parent, member, random);
                        }
                    }
                    else if (value is not null)
                    {
                        Alter(value, random, member);
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Alter(item!, random, name);
                }

                break;
        }
    }

    // Of a seller and an address, nothing is documented of a name.
    private static string Make(JsonObject parent, string member, Random random) =>
        member == "name" && !parent.ContainsKey("price") ? Text(random, 0, 400)
        : Forms.TryGetValue(member, out var form) ? form(random)
        : member is "address" ? Text(random, 1, 300) + "\n" + Text(random, 0, 300)
        : Text(random, 1, 400);

    private static string Text(Random random, int least, int most) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(least, most + 1))
                .Select(_ => Signs[random.Next(Signs.Length)])
        );

    private static string Url(Random random) =>
        $"https://toko.example/{new string('p', random.Next(3000))}?nama=O'Brien";
}
