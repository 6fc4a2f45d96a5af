using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>
/// The bytes under the signature: <c>Name:value</c> lines, parted by one line feed, none after the last. Names, order
/// and the place of the line feeds are DOKU's, on its page on signatures.
/// </summary>
internal static class StringToSign
{
    // The names, colons and line feeds of all lines, and a digest: 117 bytes.
    private const int FrameLength = 128;

    /// <summary>At least as many bytes as the lines of a message take.</summary>
    internal static int MaxLength(in SignedMessage message) =>
        FrameLength
        + message.ClientId.Length
        + message.RequestId.Length
        + message.Timestamp.Length
        + message.RequestTarget.Length;

    /// <summary>Writes the lines of a message whose texts are visible ASCII.</summary>
    /// <returns>How many bytes.</returns>
    internal static int Write(in SignedMessage message, Span<byte> lines)
    {
        var length = 0;
        Append("Client-Id:"u8, message.ClientId, lines, ref length);
        Append("\nRequest-Id:"u8, message.RequestId, lines, ref length);
        var stamp = message.IsResponse ? "\nResponse-Timestamp:"u8 : "\nRequest-Timestamp:"u8;
        Append(stamp, message.Timestamp, lines, ref length);
        Append("\nRequest-Target:"u8, message.RequestTarget, lines, ref length);
        if (message.HasBody)
        {
            Append("\nDigest:"u8, "", lines, ref length);
            length += BodyDigest.Write(message.Body.Span, lines[length..]);
        }

        return length;
    }

    private static void Append(
        ReadOnlySpan<byte> name,
        string value,
        Span<byte> lines,
        ref int length
    )
    {
        name.CopyTo(lines[length..]);
        length += name.Length;
        length += Encoding.ASCII.GetBytes(value, lines[length..]);
    }
}
