namespace Doku.Contracts.Transport;

/// <summary>The value of the <c>Signature</c> header: the one algorithm that DOKU has, and 32 bytes.</summary>
internal static class SignatureHeader
{
    internal const int MacLength = 32;
    internal const string Prefix = "HMACSHA256=";
    private const int Base64Length = 44;

    internal static string Format(ReadOnlySpan<byte> mac)
    {
        Span<char> text = stackalloc char[Prefix.Length + Base64Length];
        Prefix.CopyTo(text);
        Convert.TryToBase64Chars(mac, text[Prefix.Length..], out var written);
        return new string(text[..(Prefix.Length + written)]);
    }

    /// <summary>Reads the one spelling that <see cref="Format"/> writes.</summary>
    internal static bool TryParse(ReadOnlySpan<char> value, Span<byte> mac)
    {
        if (
            value.Length != Prefix.Length + Base64Length
            || !value.StartsWith(Prefix, StringComparison.Ordinal)
        )
        {
            return false;
        }

        var text = value[Prefix.Length..];
        Span<char> canonical = stackalloc char[Base64Length];
        // The framework's decoder passes over white space and spare bits, so one signature would have many spellings;
        // writing the bytes again and comparing leaves one.
        return Convert.TryFromBase64Chars(text, mac, out var written)
            && written == MacLength
            && Convert.TryToBase64Chars(mac[..written], canonical, out var length)
            && canonical[..length].SequenceEqual(text);
    }
}
