using System.Text;
using CsCheck;
using Doku.Contracts.Common;
using Doku.Contracts.Fuzz.Loop;
using Doku.Contracts.Fuzz.Targets;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Robustness.Tests.Support;

namespace Doku.Contracts.Robustness.Tests.Reader;

/// <summary>
/// What holds of every text at the readers: strict reading is lenient reading and validation, what is read is written
/// and read again as the same value, and nothing throws.
/// </summary>
public sealed class ReaderPropertyTests
{
    private static readonly string[] Examples =
    [
        .. Corpus
            .Read(Path.Combine(AppContext.BaseDirectory, "fuzz-corpus"), "reader")
            .Select(Encoding.UTF8.GetString),
    ];

    private static readonly Gen<string> AnyJson = Gen.Recursive<string>(
        (depth, inner) =>
        {
            var leaf = Gen.OneOf(
                Pick.From("null", "true", "-0.0", "1e3", "\"SUCCESS\"", "\"\\u0000\"", "\"IDN\""),
                Gen.Decimal.Select(n =>
                    n.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ),
                Gen.Long.Select(n => $"{n}"),
                Gen.String.Select(text => System.Text.Json.JsonSerializer.Serialize(text))
            );
            if (depth > 4)
            {
                return leaf;
            }

            var member = Gen.Select(
                Pick.From(
                    "order",
                    "amount",
                    "invoice_number",
                    "transaction",
                    "status",
                    "line_items",
                    "customer",
                    "service",
                    "id",
                    "x"
                ),
                inner,
                (name, value) => $"\"{name}\": {value}"
            );
            return Gen.OneOf(
                leaf,
                inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
                member.Array[0, 5].Select(members => $"{{{string.Join(',', members)}}}")
            );
        }
    );

    [Fact]
    public void Any_notification_is_read_leniently_and_kept()
    {
        Property.Holds(
            NotificationJson.Bodies,
            10_000,
            body => ReaderTarget.Read<PaylaterNotification>(Encoding.UTF8.GetBytes(body)) != "-"
        );
    }

    [Fact]
    public void Any_json_is_read_or_refused_without_an_exception()
    {
        Property.Holds(AnyJson, 10_000, Agrees);
    }

    [Fact]
    public void Any_value_in_the_place_of_another_is_judged_alike_by_all_ways_of_reading()
    {
        Property.Holds(
            Gen.Select(Pick.From(Examples), AnyJson, Gen.Int[0, 4095]),
            10_000,
            each =>
            {
                var (example, value, place) = each;
                var colon = example.IndexOf(':', place % (example.Length + 1));
                var end = colon < 0 ? -1 : example.IndexOfAny([',', '}'], colon);
                return end < 0
                    || Agrees(
                        string.Concat(example.AsSpan(0, colon + 1), value, example.AsSpan(end))
                    );
            }
        );
    }

    // Throws when a promise of the readers is broken.
    private static bool Agrees(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return ReaderTarget.Read<PaylaterNotification>(body).Length == 1
            && ReaderTarget.Read<GenerateOrderRequest>(body).Length == 1;
    }
}
