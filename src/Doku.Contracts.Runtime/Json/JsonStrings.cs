using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>The characters of a JSON string.</summary>
internal static class JsonStrings
{
    /// <summary>Decodes what is between quotes. An unpaired surrogate that is escaped stays what it is.</summary>
    /// <param name="raw">UTF-8 whose escapes are known to be right.</param>
    /// <param name="to">At least as many characters as there are bytes.</param>
    /// <returns>How many characters there are.</returns>
    public static int Decode(ReadOnlySpan<byte> raw, Span<char> to)
    {
        var length = 0;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            plain = plain < 0 ? raw.Length : plain;
            length += Encoding.UTF8.GetChars(raw[..plain], to[length..]);
            raw = raw[plain..];
            if (!raw.IsEmpty)
            {
                to[length++] = Unescaped(raw);
                raw = raw[JsonSyntax.EscapeLength(raw)..];
            }
        }

        return length;
    }

    private static char Unescaped(ReadOnlySpan<byte> escape) =>
        escape[1] switch
        {
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'u' => (char)
                ushort.Parse(
                    escape.Slice(2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture
                ),
            var itself => (char)itself,
        };
}
