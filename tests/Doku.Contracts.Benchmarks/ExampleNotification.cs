using System.Text;
using System.Text.Json.Nodes;
using Doku.Contracts.Schemas.Tests;
using Doku.Contracts.Transport;

namespace Doku.Contracts.Benchmarks;

/// <summary>One signed notification, as it comes in.</summary>
internal static class ExampleNotification
{
    private const string File = "common/examples/paylater-notification/valid/paid.json";

    public static string Secret => "SK-benchmark-4f1d0c7a2b9e";

    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 1, 51, 30, TimeSpan.Zero);

    public static byte[] Json { get; } =
        Encoding.UTF8.GetBytes(
            JsonNode
                .Parse(System.IO.File.ReadAllBytes(Path.Combine(SchemaFiles.Root, File)))!
                .ToJsonString()
        );

    public static SignedMessage Message { get; } =
        new()
        {
            ClientId = "MCH-0001-10791114622547",
            RequestId = "018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a01",
            Timestamp = "2026-11-22T01:51:00Z",
            RequestTarget = "/payments/notifications",
            Body = Json,
        };

    public static DokuKey Key { get; } = new() { Id = "2026-11", Secret = Secret };

    public static DokuKeyRing Keys { get; } = new(Key);

    public static string Signature { get; } = DokuSignature.Compute(Message, Key);
}
