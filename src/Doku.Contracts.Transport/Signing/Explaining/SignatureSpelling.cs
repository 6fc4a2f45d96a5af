using System.Buffers.Text;
using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>
/// A <c>Signature</c> header read as leniently as can be, to say what is wrong with it. Nothing is verified by this.
/// </summary>
/// <param name="Mac">The bytes: 32, or 64 of another algorithm; null when there are none to be read.</param>
/// <param name="Mistake">What is wrong first of all; null when nothing is.</param>
/// <param name="Words">What is wrong, for a developer.</param>
internal sealed record SignatureSpelling(byte[]? Mac, string? Mistake, string Words)
{
    internal const int LongMacLength = 64;
    private const int MaxLength = 512;
    private const int MaxPrefix = 20;
    private const string Rule = " It must be HMACSHA256= and 44 characters of base64.";

    /// <summary>Whether it is the one spelling that counts.</summary>
    internal bool IsRight => Mistake is null;

    internal static SignatureSpelling Read(string? signature)
    {
        var mac = new byte[SignatureHeader.MacLength];
        if (SignatureHeader.TryParse(signature, mac))
        {
            return new SignatureSpelling(mac, null, "");
        }

        if (signature is null)
        {
            return Unreadable("signature-missing", "There isn't exactly one Signature header.");
        }

        if (signature.Length > MaxLength || signature.Contains(',', StringComparison.Ordinal))
        {
            return Unreadable(
                "signature-several",
                "The header is too long, or holds several values."
            );
        }

        var mistakes = new List<(string Name, string Words)>();
        var text = signature.Trim();
        if (text.Length != signature.Length)
        {
            mistakes.Add(("signature-white-space", "White space stands around the value."));
        }

        text = WithoutPrefix(text, mistakes);
        var bytes = Decode(text, mistakes);
        return bytes is null || mistakes.Count == 0
            ? Unreadable(
                "signature-unreadable",
                $"Its encoded part, of {text.Length} characters, is no signature.{Rule}"
            )
            : new SignatureSpelling(
                bytes,
                mistakes[0].Name,
                string.Join(' ', mistakes.Select(mistake => mistake.Words)) + Rule
            );
    }

    /// <summary>Nothing: the record would print the bytes' type alone, but a signature is kept out of every text.</summary>
    public override string ToString() => nameof(SignatureSpelling);

    private static SignatureSpelling Unreadable(string mistake, string words) =>
        new(null, mistake, words);

    private static string WithoutPrefix(string text, List<(string, string)> mistakes)
    {
        if (text.StartsWith(SignatureHeader.Prefix, StringComparison.Ordinal))
        {
            return text[SignatureHeader.Prefix.Length..];
        }

        var end = text.AsSpan().IndexOfAny('=', ':');
        if (end is < 0 or > MaxPrefix)
        {
            mistakes.Add(("signature-prefix-missing", "The algorithm's name is missing."));
            return text;
        }

        mistakes.Add(
            text.StartsWith(SignatureHeader.Prefix, StringComparison.OrdinalIgnoreCase)
                ? ("signature-prefix-case", "The algorithm's name is in the wrong case.")
                : ("signature-prefix", "The algorithm's name is another one.")
        );
        return text[(end + 1)..];
    }

    private static byte[]? Decode(string text, List<(string, string)> mistakes)
    {
        if (text.Length is 64 or 128 && text.All(char.IsAsciiHexDigit))
        {
            mistakes.Add(("signature-hex", "The signature is written in hex digits."));
            return Sized(Convert.FromHexString(text), mistakes);
        }

        var bytes = new byte[text.Length + 4];
        if (Convert.TryFromBase64String(text, bytes, out var written))
        {
            if (Convert.ToBase64String(bytes, 0, written) != text)
            {
                mistakes.Add(
                    ("signature-spare-bits", "White space or bits too many stand in the base64.")
                );
            }
        }
        else if (Convert.TryFromBase64String(Padded(text), bytes, out written))
        {
            mistakes.Add(("signature-unpadded", "The base64 lacks its padding."));
        }
        else if (Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out written))
        {
            mistakes.Add(("signature-base64url", "The signature is written in base64url."));
        }
        else
        {
            return null;
        }

        return Sized(bytes[..written], mistakes);
    }

    private static string Padded(string text) =>
        text + new string('=', (4 - (text.Length % 4)) % 4);

    private static byte[]? Sized(byte[] bytes, List<(string, string)> mistakes)
    {
        if (
            bytes.Length == LongMacLength
            && Encoding.Latin1.GetString(bytes) is var hex
            && hex.All(char.IsAsciiHexDigit)
        )
        {
            mistakes.Add(
                (
                    "signature-base64-of-hex",
                    "The signature's hex digits are encoded, not its bytes."
                )
            );
            return Convert.FromHexString(hex);
        }

        if (bytes.Length == LongMacLength)
        {
            mistakes.Add(
                (
                    "signature-sha512",
                    "The signature has the length of HMAC-SHA512; it must be HMAC-SHA256."
                )
            );
            return bytes;
        }

        return bytes.Length == SignatureHeader.MacLength ? bytes : null;
    }
}
