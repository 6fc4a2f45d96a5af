using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Tests;

/// <summary>System.Text.Json over the generated codec; reflection is off in this project.</summary>
public sealed class JsonContextTests
{
    [Fact]
    public void A_record_survives_the_way_to_json_and_back()
    {
        var json = JsonSerializer.Serialize(
            Orders.Valid,
            KredivoJsonContext.Default.GenerateOrderRequest
        );

        Assert.Equal(
            Orders.Valid,
            JsonSerializer.Deserialize(json, KredivoJsonContext.Default.GenerateOrderRequest)
        );
    }

    [Fact]
    public void A_broken_body_is_a_json_exception_that_names_the_place()
    {
        var exception = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize(
                """{"order":1}""",
                KredivoJsonContext.Default.GenerateOrderRequest
            )
        );

        Assert.Contains("/order", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_callers_own_context_takes_the_records_in()
    {
        var json = JsonSerializer.Serialize(
            new Envelope { Item = Orders.Coffee },
            OwnContext.Default.Envelope
        );

        Assert.Equal(
            Orders.Coffee,
            JsonSerializer.Deserialize(json, OwnContext.Default.Envelope)!.Item
        );
        Assert.Contains("\"Kopi Gayo 250 g\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_contexts_combine()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                OwnContext.Default,
                KredivoJsonContext.Default
            ),
        };

        Assert.Equal(
            "{}",
            JsonSerializer
                .Serialize(new Envelope(), options)
                .Replace("\"Item\":null", "", StringComparison.Ordinal)
        );
        Assert.StartsWith(
            "{\"name\":",
            JsonSerializer.Serialize(Orders.Coffee, options),
            StringComparison.Ordinal
        );
    }
}

internal sealed class Envelope
{
    public LineItem? Item { get; set; }
}

[JsonSerializable(typeof(Envelope))]
internal sealed partial class OwnContext : JsonSerializerContext;
