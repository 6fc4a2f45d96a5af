using System.Text;

namespace Doku.Contracts.Transport.Tests.Signing;

internal static class Lines
{
    /// <summary>The lines that the code under test signs.</summary>
    internal static string Of(in SignedMessage message)
    {
        var lines = new byte[StringToSign.MaxLength(message)];
        return Encoding.ASCII.GetString(lines, 0, StringToSign.Write(message, lines));
    }
}
