using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Transport.Tests.Signing;

/// <summary>One message of <c>tests/vectors/signatures.json</c>.</summary>
public sealed record SignatureVector(
    string Name,
    string Kind,
    string Secret,
    string ClientId,
    string RequestId,
    string Stamp,
    string Target,
    string? Body,
    string? Digest,
    string StringToSign,
    string Signature
)
{
    internal static JsonElement File { get; } =
        JsonDocument
            .Parse(
                System.IO.File.ReadAllBytes(
                    Path.Combine(AppContext.BaseDirectory, "vectors", "signatures.json")
                )
            )
            .RootElement;

    internal static IReadOnlyList<SignatureVector> All { get; } =
    [.. File.GetProperty("vectors").EnumerateArray().Select(Read)];

    internal DokuKeyRing Keys => new(Key);

    internal DokuKey Key => new() { Id = "vector", Secret = Secret };

    internal SignedMessage WithoutBody =>
        new()
        {
            ClientId = ClientId,
            RequestId = RequestId,
            Timestamp = Stamp,
            RequestTarget = Target,
            IsResponse = Kind == "response",
        };

    internal SignedMessage Message =>
        Body is null ? WithoutBody : WithoutBody with { Body = Encoding.UTF8.GetBytes(Body) };

    public override string ToString() => Name;

    private static SignatureVector Read(JsonElement vector)
    {
        string? Text(string name) =>
            vector.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new SignatureVector(
            Text("name")!,
            Text("kind")!,
            Text("secret_key")!,
            Text("client_id")!,
            Text("request_id")!,
            Text("timestamp")!,
            Text("request_target")!,
            Text("body"),
            Text("digest"),
            Text("string_to_sign")!,
            Text("signature")!
        );
    }
}
