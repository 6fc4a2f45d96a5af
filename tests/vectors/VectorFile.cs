using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Vectors;

/// <summary>Reads <c>positive.json</c> and <c>negative.json</c>. Knows none of the libraries, so that any test can link it.</summary>
internal static class VectorFile
{
    internal static IReadOnlyList<MessageVector> Positive { get; } = Read("positive.json");

    internal static IReadOnlyList<MessageVector> Negative { get; } = Read("negative.json");

    internal static MessageVector Find(string name) =>
        Positive.Concat(Negative).Single(vector => vector.Name == name);

    private static List<MessageVector> Read(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "vectors", file);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("vectors").EnumerateArray().Select(ReadVector)];
    }

    private static MessageVector ReadVector(JsonElement vector)
    {
        var expected = vector.GetProperty("expected");
        return new MessageVector
        {
            Name = Text(vector, "name")!,
            Kind = Text(vector, "kind")!,
            Method = Text(vector, "method")!,
            Keys = [.. vector.GetProperty("keys").EnumerateArray().Select(ReadKey)],
            Moment = vector.GetProperty("moment").GetDateTimeOffset(),
            Target = Text(vector, "target")!,
            Body = ReadBody(vector.GetProperty("body")),
            ExpectedClientId = Text(expected, "client_id")!,
            ExpectedRequestId = Text(expected, "request_id"),
            Headers =
            [
                .. vector
                    .GetProperty("headers")
                    .EnumerateArray()
                    .Select(pair => (pair[0].GetString()!, pair[1].GetString()!)),
            ],
            Fault = Text(vector, "fault"),
            KeyId = Text(vector, "key_id"),
            Digest = Text(vector, "digest"),
            StringToSign = Text(vector, "string_to_sign"),
        };
    }

    private static VectorKey ReadKey(JsonElement key) =>
        new(
            Text(key, "id")!,
            Text(key, "secret")!,
            Moment(key, "not_before"),
            Moment(key, "not_after")
        );

    private static byte[]? ReadBody(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (Text(body, "base64") is { } base64)
        {
            return Convert.FromBase64String(base64);
        }

        var text = Text(body, "utf8") ?? Repeated(body);
        return Encoding.UTF8.GetBytes(text);
    }

    private static string Repeated(JsonElement body) =>
        new StringBuilder()
            .Insert(0, Text(body, "repeat"), body.GetProperty("count").GetInt32())
            .ToString();

    private static DateTimeOffset? Moment(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() : null;
}
