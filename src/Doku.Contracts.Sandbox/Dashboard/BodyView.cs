using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>Headers and bodies as they were on the wire, made readable.</summary>
internal static class BodyView
{
    // More would make a page that no browser likes; the bytes themselves stay in the record.
    private const int MostShown = 256 * 1024;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        // Encoded as HTML afterwards, so that here nothing needs to be escaped twice.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Markup Headers(
        string title,
        string id,
        IReadOnlyList<KeyValuePair<string, string>> headers
    ) =>
        headers.Count == 0
            ? Markup.Of($"""<p class="note">No headers to show.</p>""")
            : Markup.Of(
                $"""
                <h3 id="{id}">{title}</h3>
                <dl class="headers" aria-labelledby="{id}">
                {headers.Select(one =>
                    Markup.Of($"<div><dt>{one.Key}</dt><dd><code>{one.Value}</code></dd></div>")
                )}
                </dl>
                """
            );

    internal static Markup Body(string title, string id, ReadOnlyMemory<byte> body) =>
        body.IsEmpty
            ? Markup.Of($"""<p class="note">{title}: empty.</p>""")
            : Markup.Of(
                $"""
                <h3 id="{id}">{title} <span class="size">{body.Length} bytes</span></h3>
                <pre tabindex="0" role="region" aria-labelledby="{id}"><code>{Write(
                    body
                )}</code></pre>
                """
            );

    internal static string Write(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MostShown)
        {
            return Encoding.UTF8.GetString(body.Span[..MostShown]) + "\n… and more";
        }
        try
        {
            using var document = JsonDocument.Parse(body);
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, Readable))
            {
                document.WriteTo(writer);
            }
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        // No JSON, or no Unicode: shown as it came.
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return Encoding.UTF8.GetString(body.Span);
        }
    }
}
