using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Doku.Contracts.Transport;

/// <summary>The same JSON, as other writers write it. Nothing for what isn't JSON.</summary>
internal static class JsonSpellings
{
    internal static IEnumerable<byte[]> Minified(byte[] json) =>
        Written(
            json,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    internal static IEnumerable<byte[]> Indented(byte[] json) =>
        new[] { (2, "\n"), (4, "\n"), (2, "\r\n") }.SelectMany(form =>
            Written(
                json,
                new JsonWriterOptions
                {
                    Indented = true,
                    IndentSize = form.Item1,
                    NewLine = form.Item2,
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        );

    internal static IEnumerable<byte[]> Spaced(byte[] json) =>
        Minified(json)
            .Select(WithSpaces)
            .SelectMany(text => new[] { text, WithLettersEscaped(text) }.Distinct())
            .Select(Encoding.UTF8.GetBytes);

    /// <summary>With escaped slashes, letters, or both, as PHP writes it, and as System.Text.Json does by default.</summary>
    internal static IEnumerable<byte[]> Escaped(byte[] json)
    {
        foreach (var text in Minified(json).Select(Encoding.UTF8.GetString))
        {
            // Outside its strings JSON has no slash.
            var slashes = text.Replace("/", "\\/", StringComparison.Ordinal);
            yield return Encoding.UTF8.GetBytes(slashes);
            yield return Encoding.UTF8.GetBytes(WithLettersEscaped(slashes));
            yield return Encoding.UTF8.GetBytes(WithLettersEscaped(text));
        }

        foreach (var written in Written(json, default))
        {
            yield return written;
        }
    }

    private static IEnumerable<byte[]> Written(byte[] json, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length + 16);
        try
        {
            using var document = JsonDocument.Parse(json);
            using var writer = new Utf8JsonWriter(buffer, options);
            document.WriteTo(writer);
        }
        catch (Exception error)
            when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON, or with a text that isn't Unicode: a signer that writes JSON can't have written it.
            return [];
        }

        return [buffer.WrittenSpan.ToArray()];
    }

    private static string WithSpaces(byte[] minified)
    {
        var spaced = new StringBuilder(minified.Length * 2);
        var isText = false;
        var isEscaped = false;
        foreach (var letter in Encoding.UTF8.GetString(minified))
        {
            spaced.Append(letter);
            if (!isText && letter is ',' or ':')
            {
                spaced.Append(' ');
            }

            isText ^= letter == '"' && !isEscaped;
            isEscaped = letter == '\\' && !isEscaped;
        }

        return spaced.ToString();
    }

    private static string WithLettersEscaped(string text)
    {
        var escaped = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            if (char.IsAscii(letter))
            {
                escaped.Append(letter);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
        }

        return escaped.ToString();
    }
}
