using Doku.Contracts.Fuzz.Wire;
using Doku.Contracts.Transport;

namespace Doku.Contracts.Fuzz.Targets;

/// <summary>The verifier, with any texts and body; agrees with a judge written apart from it.</summary>
internal sealed class VerifierTarget : IFuzzTarget
{
    private long _fed;

    public string Feed(byte[] input)
    {
        var request = WireRequest.Parse(input);
        var message = new SignedMessage
        {
            ClientId = request.One("Client-Id") ?? "",
            RequestId = request.One("Request-Id") ?? "",
            Timestamp = request.One("Request-Timestamp") ?? "",
            RequestTarget = request.SignedTarget,
            Body = request.Body,
        };
        var signature = request.One("Signature");
        var verdict = DokuSignature.Verify(message, signature, Merchant.Keys, Merchant.Now);
        var isRight =
            AreVisible(message) && signature is not null && signature == request.RightSignature();
        FuzzException.ThrowUnless(
            verdict.IsValid == isRight,
            $"A message is judged as {verdict.Fault}, which is wrong."
        );
        // Explaining costs more than a hundred signatures.
        if (_fed++ % 256 == 0)
        {
            var words = DokuSignature
                .Explain(message, signature, Merchant.Keys, Merchant.Now)
                .ToString();
            FuzzException.ThrowUnless(
                !words.Contains(Merchant.Secret, StringComparison.Ordinal),
                "The explanation tells the secret."
            );
        }

        return verdict.Fault.ToString();
    }

    public void Dispose() { }

    private static bool AreVisible(in SignedMessage message) =>
        new[] { message.ClientId, message.RequestId, message.Timestamp, message.RequestTarget }.All(
            text => text.Length is > 0 and <= 8192 && text.All(each => each is >= '!' and <= '~')
        );
}
