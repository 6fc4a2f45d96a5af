using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>The right secret, read wrongly.</summary>
internal static class KeyMistakes
{
    /// <summary>Not in the table: it is about another key and not about another text.</summary>
    internal const string OutsideItsTime = "key-outside-its-time";

    internal static IReadOnlyList<SignatureMistake> All { get; } =
    [
        Of(
            "secret-trimmed",
            "The signer's secret has no white space around it, the receiver's has.",
            secret => secret.Trim() is var trimmed && trimmed != secret ? Utf8(trimmed) : null
        ),
        Of(
            "secret-line-feed-added",
            "The signer's secret ends in a line feed: read from a file, perhaps.",
            secret => Utf8(secret + "\n")
        ),
        Of(
            "secret-space-added",
            "The signer's secret ends in a space: copied with it, perhaps.",
            secret => Utf8(secret + " ")
        ),
        Of(
            "secret-quoted",
            "The signer's secret stands between quotes: read from a settings file, perhaps.",
            secret => Utf8('"' + secret + '"')
        ),
        Of(
            "secret-unquoted",
            "The receiver's secret stands between quotes, the signer's does not.",
            secret => secret is ['"', .. var inner, '"'] ? Utf8(inner) : null
        ),
        Of(
            "secret-base64-decoded",
            "The signer decoded the secret from base64; its UTF-8 bytes are the key.",
            FromBase64
        ),
        Of(
            "secret-hex-decoded",
            "The signer decoded the secret from hex digits; its UTF-8 bytes are the key.",
            FromHex
        ),
    ];

    private static SignatureMistake Of(string name, string words, Func<string, byte[]?> rekey) =>
        new(name, SignatureComponent.Key, words, signing => [signing.Plain with { Rekey = rekey }]);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[]? FromBase64(string secret)
    {
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret, bytes, out var written) && written > 0
            ? bytes[..written]
            : null;
    }

    private static byte[]? FromHex(string secret) =>
        secret.Length % 2 == 0 && secret.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(secret)
            : null;
}
