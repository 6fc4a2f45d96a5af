using System.Text.Json.Nodes;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Schemas.Tests;

namespace Doku.Contracts.Benchmarks;

/// <summary>The order that every contender gets: the example in which every member of the contract is there, as it goes over the wire.</summary>
internal static class ExampleOrder
{
    private const string File =
        "kredivo/examples/generate-order.request/valid/every-member-is-there.json";

    /// <summary>The order as compact JSON.</summary>
    public static byte[] Json { get; } = Compact(Path.Combine(SchemaFiles.Root, File));

    /// <summary>The order as a record.</summary>
    public static GenerateOrderRequest Value { get; } =
        GenerateOrderRequest.Read(Json, ContractReadOptions.Strict);

    private static byte[] Compact(string path) =>
        System.Text.Encoding.UTF8.GetBytes(
            JsonNode
                .Parse(System.IO.File.ReadAllBytes(path))!
                .ToJsonString(
                    new System.Text.Json.JsonSerializerOptions
                    {
                        Encoder = System
                            .Text
                            .Encodings
                            .Web
                            .JavaScriptEncoder
                            .UnsafeRelaxedJsonEscaping,
                    }
                )
        );
}
