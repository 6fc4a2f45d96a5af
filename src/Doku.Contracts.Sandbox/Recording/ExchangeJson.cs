using System.Globalization;
using System.Text.Json;
using Doku.Contracts.Sandbox.Http;

namespace Doku.Contracts.Sandbox.Recording;

/// <summary>An exchange as one JSON text, whole and unmasked, for the sandbox's own file.</summary>
internal static class ExchangeJson
{
    internal static byte[] Write(SandboxExchange exchange) =>
        Json.Object(writer =>
        {
            writer.WriteNumber("sequence", exchange.Sequence);
            writer.WriteString("received_at", Text(exchange.ReceivedAt));
            writer.WriteString("method", exchange.Method);
            writer.WriteString("path", exchange.Path);
            WritePairs(writer, "headers", exchange.Headers);
            writer.WriteBase64String("body", exchange.Body.Span);
            writer.WriteNumber("status", exchange.Status);
            writer.WriteString("operation", exchange.Operation);
            writer.WriteString("client_id", exchange.ClientId);
            writer.WriteString("invoice_number", exchange.InvoiceNumber);
            WritePairs(writer, "answer_headers", exchange.AnswerHeaders);
            writer.WriteBase64String("answer_body", exchange.AnswerBody.Span);
            writer.WriteStartArray("errors");
            foreach (var error in exchange.Errors)
            {
                writer.WriteStringValue(error);
            }
            writer.WriteEndArray();
            writer.WriteString("fault", exchange.Fault?.ToString());
            WriteVerdict(writer, exchange.Signature);
        });

    internal static SandboxExchange Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new SandboxExchange
        {
            Sequence = root.GetProperty("sequence").GetInt64(),
            ReceivedAt = DateTimeOffset.Parse(
                root.GetProperty("received_at").GetString()!,
                CultureInfo.InvariantCulture
            ),
            Method = root.GetProperty("method").GetString()!,
            Path = root.GetProperty("path").GetString()!,
            Headers = ReadPairs(root.GetProperty("headers")),
            Body = root.GetProperty("body").GetBytesFromBase64(),
            Status = root.GetProperty("status").GetInt32(),
            Operation = root.GetProperty("operation").GetString(),
            ClientId = root.GetProperty("client_id").GetString(),
            InvoiceNumber = root.GetProperty("invoice_number").GetString(),
            AnswerHeaders = ReadPairs(root.GetProperty("answer_headers")),
            AnswerBody = root.GetProperty("answer_body").GetBytesFromBase64(),
            Errors = root.GetProperty("errors")
                .EnumerateArray()
                .Select(one => one.GetString()!)
                .ToList(),
            Fault = root.GetProperty("fault").GetString() is { } fault
                ? Enum.Parse<SandboxFault>(fault)
                : null,
            Signature = root.TryGetProperty("signature", out var verdict)
                ? ReadVerdict(verdict)
                : null,
        };
    }

    private static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static void WriteVerdict(Utf8JsonWriter writer, SignatureVerdict? verdict)
    {
        if (verdict is null)
        {
            return;
        }
        writer.WriteStartObject("signature");
        writer.WriteString("reason", verdict.Reason);
        writer.WriteString("string_to_sign", verdict.StringToSign);
        writer.WriteString("request_id", verdict.RequestId);
        writer.WriteStartArray("components");
        foreach (var component in verdict.Components)
        {
            writer.WriteStartObject();
            writer.WriteString("name", component.Name);
            writer.WriteString("state", component.State.ToString());
            writer.WriteString("value", component.Value);
            writer.WriteString("note", component.Note);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static SignatureVerdict ReadVerdict(JsonElement verdict) =>
        new()
        {
            Reason = verdict.GetProperty("reason").GetString(),
            StringToSign = verdict.GetProperty("string_to_sign").GetString(),
            RequestId = verdict.GetProperty("request_id").GetString()!,
            Components = verdict
                .GetProperty("components")
                .EnumerateArray()
                .Select(one => new SignatureComponent
                {
                    Name = one.GetProperty("name").GetString()!,
                    State = Enum.Parse<SignatureComponentState>(
                        one.GetProperty("state").GetString()!
                    ),
                    Value = one.GetProperty("value").GetString(),
                    Note = one.GetProperty("note").GetString(),
                })
                .ToList(),
        };

    private static void WritePairs(
        Utf8JsonWriter writer,
        string name,
        IReadOnlyList<KeyValuePair<string, string>> pairs
    )
    {
        writer.WriteStartArray(name);
        foreach (var (key, value) in pairs)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(key);
            writer.WriteStringValue(value);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    private static List<KeyValuePair<string, string>> ReadPairs(JsonElement pairs) =>
        pairs
            .EnumerateArray()
            .Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!))
            .ToList();
}
