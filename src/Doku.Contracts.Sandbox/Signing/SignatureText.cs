namespace Doku.Contracts.Sandbox.Signing;

/// <summary>The spelling of a Signature header.</summary>
internal static class SignatureText
{
    private const int MacLength = 32;

    internal static bool TryDecode(string signature, out byte[] mac)
    {
        mac = new byte[MacLength];
        if (!signature.StartsWith(SandboxSigner.Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var text = signature[SandboxSigner.Prefix.Length..];
        // The framework's decoder passes over white space and spare bits: only the one canonical spelling counts here.
        return Convert.TryFromBase64String(text, mac, out var written)
            && written == MacLength
            && string.Equals(Convert.ToBase64String(mac), text, StringComparison.Ordinal);
    }

    /// <summary>What a misspelt header may have meant, to tell the mistake; never to accept it.</summary>
    internal static bool TryGuess(string signature, out byte[] mac, out string note)
    {
        var text = signature[
            (
                signature.IndexOf('=', StringComparison.Ordinal) is var at and > 0 and < 16
                    ? at + 1
                    : 0
            )..
        ]
            .Trim();
        note = "";
        mac = new byte[MacLength];
        if (text.Length == 2 * MacLength && text.All(char.IsAsciiHexDigit))
        {
            mac = Convert.FromHexString(text);
            note = "it is written in hexadecimal instead of base64";
            return true;
        }
        if (Convert.TryFromBase64String(text, mac, out var written) && written == MacLength)
        {
            note =
                $"it is spelt otherwise than {SandboxSigner.Prefix} and base64 without white space";
            return true;
        }
        return false;
    }
}
