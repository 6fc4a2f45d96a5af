using System.Buffers;
using System.Text.Json;

namespace Doku.Contracts.AspNetCore;

/// <summary>The viewer's JSON.</summary>
internal static class LedgerJson
{
    private const int LongestRequest = 8 * 1024;

    internal static byte[] List(
        InboxCounts counts,
        IReadOnlyList<DeadNotification> dead,
        NotificationKey? next,
        IReadOnlyList<OpenNotification> stuck
    ) =>
        Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("waiting", counts.Waiting);
            json.WriteNumber("working", counts.Working);
            json.WriteNumber("dead", counts.Dead);
            json.WriteStartArray("dead_letters");
            foreach (var one in dead)
            {
                json.WriteStartObject();
                Write(json, one.Notification);
                json.WriteString("dead_since", one.DeadSince);
                json.WriteNumber("attempts", one.Attempts);
                json.WriteString("failure", one.Failure);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", next is { } key ? LedgerPages.Query(key) : null);
            json.WriteStartArray("stuck");
            foreach (var one in stuck)
            {
                json.WriteStartObject();
                Write(json, one);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    internal static byte[] One(OpenNotification entry, string content) =>
        Write(json =>
        {
            json.WriteStartObject();
            Write(json, entry);
            json.WriteString("content", content);
            json.WriteEndObject();
        });

    /// <summary>Reads <c>{"client":…,"endpoint":…,"hash":…}</c>.</summary>
    internal static async ValueTask<NotificationKey?> ReadKeyAsync(
        Stream body,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[LongestRequest];
        var length = await body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        try
        {
            using var document = JsonDocument.Parse(buffer.AsMemory(0, length));
            var root = document.RootElement;
            return
                root.ValueKind == JsonValueKind.Object
                && Text(root, "client") is { } client
                && Text(root, "endpoint") is { } endpoint
                && Text(root, "hash") is { } hash
                ? new NotificationKey(client, endpoint, hash)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static void Write(Utf8JsonWriter json, OpenNotification entry)
    {
        Write(json, entry.Notification);
        json.WriteString("state", entry.State.ToString().ToLowerInvariant());
        json.WriteString("moment", entry.Moment);
        json.WriteNumber("attempts", entry.Attempts);
        json.WriteString("failure", entry.Failure);
    }

    private static void Write(Utf8JsonWriter json, StoredNotification notification)
    {
        json.WriteString("client", notification.Key.ClientId);
        json.WriteString("endpoint", notification.Key.Endpoint);
        json.WriteString("hash", notification.Key.BodyHash);
        json.WriteString("contract", notification.Contract);
        json.WriteString("request_id", notification.RequestId);
        json.WriteString("received_at", notification.ReceivedAt);
        json.WriteBoolean("has_body", notification.HasBody);
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
