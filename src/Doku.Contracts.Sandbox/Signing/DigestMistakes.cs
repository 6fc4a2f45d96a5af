using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Doku.Contracts.Sandbox.Signing;

/// <summary>What merchants sign in place of the digest of the bytes that they send.</summary>
internal static class DigestMistakes
{
    internal static IEnumerable<SignatureMistake> Of(byte[]? body)
    {
        if (body is null)
        {
            yield return Digest(
                SandboxSigner.Digest([]),
                "a call without a body has no Digest line"
            );
            yield return Digest("", "a call without a body has no Digest line");
            yield break;
        }
        yield return new(
            "Digest",
            "the Digest line was left out",
            parts => parts with { Digest = null }
        );
        yield return Digest(SandboxSigner.Digest([]), "the digest is that of an empty body");
        yield return Digest(
            SandboxSigner.Digest([.. body, (byte)'\n']),
            "the digest is that of the body with a line feed behind it"
        );
        yield return Digest(
            Convert.ToHexStringLower(SHA256.HashData(body)),
            "the digest was written in hexadecimal instead of base64"
        );
        yield return Digest(
            Convert.ToBase64String(
                Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)))
            ),
            "the digest was written in hexadecimal before base64"
        );
        yield return Digest(
            Convert.ToBase64String(body),
            "the body itself was signed instead of its digest"
        );
        yield return Digest(
            "SHA-256=" + SandboxSigner.Digest(body),
            "the digest was signed with a prefix"
        );
        foreach (var (text, note) in Rewritten(body))
        {
            yield return Digest(SandboxSigner.Digest(Encoding.UTF8.GetBytes(text)), note);
        }
    }

    private static IEnumerable<(string Text, string Note)> Rewritten(byte[] body)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(body);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            yield break;
        }
        const string note =
            "the body was written anew between signing and sending: same JSON, other bytes";
        foreach (var indented in (bool[])[false, true])
        {
            foreach (
                var encoder in (JavaScriptEncoder[])
                    [JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping]
            )
            {
                using var buffer = new MemoryStream();
                using (
                    var writer = new Utf8JsonWriter(
                        buffer,
                        new JsonWriterOptions { Indented = indented, Encoder = encoder }
                    )
                )
                {
                    root.WriteTo(writer);
                }
                var text = Encoding.UTF8.GetString(buffer.ToArray());
                yield return (text, note);
                // PHP's way.
                yield return (text.Replace("/", "\\/", StringComparison.Ordinal), note);
            }
        }
    }

    private static SignatureMistake Digest(string digest, string note) =>
        new("Digest", note, parts => parts with { Digest = digest });
}
