using System.Text;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Changes of the whole text: what is JSON still, and what is not.</summary>
internal static class DocumentMutations
{
    public static IEnumerable<(string Kind, byte[] Bytes)> Of(string json)
    {
        yield return Text("white space around", $" \r\n\t{json}\n ");
        yield return Text("text after the end", json + "x");
        yield return Text("second document", json + json);
        yield return Text("comma at the end", json + ",");
        yield return Text("trailing comma", json[..^1] + "," + json[^1]);
        yield return Text("comment", json + "/* */");
        yield return Text("comment", "// c\n" + json);
        yield return Text("cut off", json[..^1]);
        yield return Text("nothing", "");
        yield return Text("white space alone", " ");
        yield return Text(
            "not a number",
            json[..1] + "\"zz\":NaN" + (json.Length > 2 ? "," : "") + json[1..]
        );
        yield return Text(
            "leading zero",
            json[..1] + "\"zz\":01" + (json.Length > 2 ? "," : "") + json[1..]
        );
        yield return Text(
            "plus sign",
            json[..1] + "\"zz\":+1" + (json.Length > 2 ? "," : "") + json[1..]
        );
        yield return Text(
            "bare name",
            json[..1] + "zz:1" + (json.Length > 2 ? "," : "") + json[1..]
        );
        yield return Text("single quotes", json.Replace('"', '\''));
        yield return Text(
            "line feed inside a text",
            json.Replace("\":", "\n\":", StringComparison.Ordinal)
        );
        yield return Text("byte order mark", "\uFEFF" + json);
        foreach (var depth in new[] { 62, 63, 64, 65, 200 })
        {
            var deep = new string('[', depth) + new string(']', depth);
            yield return Text(
                "deep nesting",
                json[..1] + $"\"zz\":{deep}" + (json.Length > 2 ? "," : "") + json[1..]
            );
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        var quote = Array.IndexOf(bytes, (byte)'"');
        if (quote >= 0)
        {
            yield return (
                "bytes that are not UTF-8",
                [.. bytes[..(quote + 1)], 0xFF, .. bytes[(quote + 1)..]]
            );
            yield return (
                "half a surrogate pair in bytes",
                [.. bytes[..(quote + 1)], 0xED, 0xA0, 0x80, .. bytes[(quote + 1)..]]
            );
        }
    }

    private static (string, byte[]) Text(string kind, string text) =>
        (kind, Encoding.UTF8.GetBytes(text));
}
