namespace Doku.Contracts.Transport;

/// <summary>Judges the signature of an answer: it must be this merchant's, to this very call, over these bytes.</summary>
internal static class AnswerVerifier
{
    internal static SignatureVerdict Verify(
        HttpResponseMessage response,
        ReadOnlyMemory<byte> body,
        DokuExchange exchange,
        DokuKeyRing keys,
        DateTimeOffset now
    )
    {
        if (
            One(response, DokuHeaders.ClientId) is not { } clientId
            || One(response, DokuHeaders.RequestId) is not { } requestId
            || One(response, DokuHeaders.ResponseTimestamp) is not { } timestamp
        )
        {
            return SignatureVerdict.Refused(SignatureFault.HeaderMalformed);
        }

        // A genuine answer to another call must not be taken for the answer to this one.
        if (
            !string.Equals(clientId, exchange.ClientId, StringComparison.Ordinal)
            || !string.Equals(requestId, exchange.RequestId, StringComparison.Ordinal)
        )
        {
            return SignatureVerdict.Refused(SignatureFault.OtherExchange);
        }

        var message = new SignedMessage
        {
            ClientId = clientId,
            RequestId = requestId,
            Timestamp = timestamp,
            RequestTarget = exchange.RequestTarget,
            Body = body,
            IsResponse = true,
        };
        return DokuSignature.Verify(message, One(response, DokuHeaders.Signature), keys, now);
    }

    private static string? One(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) && values.Count == 1
            ? values.ToString()
            : null;
}
