using System.Globalization;
using System.Text;
using System.Text.Json;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Recording;

/// <summary>
/// Writes a session as JSON lines, masked: calls with their answers, what customers did, how the clock was put
/// forward, faults and deliveries, in the order in which they happened.
/// </summary>
internal sealed class SessionRecorder : IDisposable
{
    // A reader refuses another version.
    internal const int Version = 1;

    private readonly Func<string, string?> _merchantName;
    private readonly SchemaSet _schemas;
    private readonly BodyMask _mask;
    private readonly StreamWriter _lines;
    private bool _closed;

    internal SessionRecorder(string path, SchemaSet schemas, Func<string, string?> merchantName)
    {
        _schemas = schemas;
        _mask = new BodyMask(schemas);
        _merchantName = merchantName;
        _lines = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        Write("session", writer => writer.WriteNumber("version", Version));
    }

    /// <summary>Takes an event down; the event log calls it for one event after another.</summary>
    internal void Take(SandboxEvent one)
    {
        lock (_lines)
        {
            if (_closed)
            {
                return;
            }
            switch (one.Kind)
            {
                case SandboxEventKind.Answered
                    when one.Exchange is { Operation: not null } exchange:
                    Write("call", writer => WriteCall(writer, exchange));
                    break;
                case SandboxEventKind.OrderChanged:
                    Write("order", writer => WriteOrder(writer, one));
                    break;
                case SandboxEventKind.ClockAdvanced:
                    Write(
                        "clock",
                        writer => writer.WriteNumber("advanced_ticks", one.Advanced!.Value.Ticks)
                    );
                    break;
                case SandboxEventKind.FaultInjected:
                    Write("fault", writer => WriteFault(writer, one));
                    break;
                case SandboxEventKind.NotificationAttempted:
                    Write("delivery", writer => WriteDelivery(writer, one));
                    break;
            }
        }
    }

    public void Dispose()
    {
        lock (_lines)
        {
            _closed = true;
            _lines.Dispose();
        }
    }

    private void Write(string kind, Action<Utf8JsonWriter> members)
    {
        var line = Json.Object(writer =>
        {
            writer.WriteString("kind", kind);
            members(writer);
        });
        _lines.WriteLine(Encoding.UTF8.GetString(line));
        // Each line whole: a program that dies leaves a session that can be read.
        _lines.Flush();
    }

    private void WriteCall(Utf8JsonWriter writer, SandboxExchange exchange)
    {
        var operation = _schemas.Operations.First(one => one.FullName == exchange.Operation);
        var claimed = Header(exchange, "Client-Id");
        writer.WriteString("at", Moment(exchange.ReceivedAt));
        writer.WriteString("merchant", _merchantName(claimed));
        writer.WriteString("operation", exchange.Operation);
        writer.WriteString("method", exchange.Method);
        writer.WriteString("path", exchange.Path);
        writer.WriteString("request_id", Header(exchange, "Request-Id"));
        // Without a verdict a fault came first, and the call is to come so again.
        writer.WriteBoolean("signed", exchange.Signature?.IsValid ?? true);
        writer.WriteNumber("body_length", exchange.Body.Length);
        WriteBody(writer, "body", operation.RequestSchema, exchange.Body.Span);
        writer.WriteNumber("status", exchange.Status);
        writer.WriteString("fault", exchange.Fault?.ToString());
        if (exchange.Errors.Count > 0)
        {
            // The sandbox's own words, which never quote a body.
            writer.WriteStartArray("errors");
            foreach (var error in exchange.Errors)
            {
                writer.WriteStringValue(error);
            }
            writer.WriteEndArray();
        }
        else
        {
            WriteBody(writer, "answer", operation.ResponseSchema, exchange.AnswerBody.Span);
        }
    }

    private void WriteBody(
        Utf8JsonWriter writer,
        string name,
        string? schema,
        ReadOnlySpan<byte> body
    )
    {
        if (body.Length > 0 && _mask.Mask(schema, body) is { } masked)
        {
            writer.WritePropertyName(name);
            masked.WriteTo(writer);
        }
    }

    private void WriteOrder(Utf8JsonWriter writer, SandboxEvent one)
    {
        writer.WriteString("at", Moment(one.At));
        writer.WriteString("merchant", _merchantName(one.ClientId!));
        writer.WriteString("invoice_number", one.InvoiceNumber);
        writer.WriteString("event", one.OrderEvent!.Kind.ToString());
        writer.WriteString("cause", one.OrderEvent.Cause.ToString());
    }

    private static void WriteFault(Utf8JsonWriter writer, SandboxEvent one)
    {
        writer.WriteString("fault", one.Fault!.Value.ToString());
        writer.WriteString("key", one.Target!.Key);
        writer.WriteNumber("ordinal", one.Target.Ordinal);
    }

    private static void WriteDelivery(Utf8JsonWriter writer, SandboxEvent one)
    {
        writer.WriteString("at", Moment(one.At));
        writer.WriteString("invoice_number", one.InvoiceNumber);
        writer.WriteString("told", one.Notification!.Status.ToString());
        writer.WriteString("outcome", one.Delivery!.Outcome.ToString());
        if (one.Delivery.Status is { } status)
        {
            writer.WriteNumber("status", status);
        }
    }

    private static string Header(SandboxExchange exchange, string name) =>
        exchange
            .Headers.FirstOrDefault(header =>
                string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)
            )
            .Value
        ?? "";

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
