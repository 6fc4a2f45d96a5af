using System.Text;
using Doku.Contracts.Fuzz.Wire;
using Doku.Contracts.Transport;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Fuzz.Targets;

/// <summary>The value of the Signature header: one spelling of one signature passes, and nothing else.</summary>
internal sealed class HeaderTarget : IFuzzTarget
{
    private static readonly SignedMessage Message = new()
    {
        ClientId = Merchant.ClientId,
        RequestId = "notification-1",
        Timestamp = Merchant.Stamp,
        RequestTarget = Merchant.Path,
        Body = "{}"u8.ToArray(),
    };

    private static readonly string Right = Signer.Sign(
        Merchant.Secret,
        "Request-Timestamp",
        Message.ClientId,
        Message.RequestId,
        Message.Timestamp,
        Message.RequestTarget,
        Message.Body.ToArray()
    );

    public string Feed(byte[] input)
    {
        // Bytes as a server reads them, and characters that no server lets through.
        var text = Encoding.Latin1.GetString(input);
        Judge(Encoding.UTF8.GetString(input));
        return Judge(text);
    }

    public void Dispose() { }

    private static string Judge(string text)
    {
        var verdict = DokuSignature.Verify(Message, text, Merchant.Keys, Merchant.Now);
        FuzzException.ThrowUnless(
            verdict.IsValid == (text == Right),
            $"A signature is judged as {verdict.Fault}, which is wrong."
        );
        return verdict.Fault.ToString();
    }
}
