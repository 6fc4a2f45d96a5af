using Doku.Contracts.Vectors;

namespace Doku.Contracts.Transport.Tests.Signing;

/// <summary>Hands vectors to the code under test.</summary>
internal static class VectorJudge
{
    internal static DokuKeyRing Ring(MessageVector vector) => new(vector.Keys.Select(Key));

    internal static DokuKey Key(VectorKey key) =>
        new()
        {
            Id = key.Id,
            Secret = key.Secret,
            NotBefore = key.NotBefore,
            NotAfter = key.NotAfter,
        };

    /// <summary>The message; null when a signed header doesn't come exactly once.</summary>
    internal static SignedMessage? Message(MessageVector vector)
    {
        if (
            vector.One("Client-Id") is not { } clientId
            || vector.One("Request-Id") is not { } requestId
            || vector.One(vector.TimestampName) is not { } timestamp
        )
        {
            return null;
        }

        var message = new SignedMessage
        {
            ClientId = clientId,
            RequestId = requestId,
            Timestamp = timestamp,
            RequestTarget = vector.Target,
            IsResponse = vector.Kind == "response",
        };
        return vector.Body is { } body ? message with { Body = body } : message;
    }

    /// <summary>What the transport says to an answer with these headers.</summary>
    internal static SignatureVerdict JudgeAnswer(MessageVector vector)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in vector.Headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(name, value), name);
        }

        var keys = Ring(vector);
        var exchange = new DokuExchange
        {
            Operation = "Vectors.Judge",
            Method = HttpMethod.Post,
            ClientId = vector.ExpectedClientId,
            RequestId = vector.ExpectedRequestId!,
            Address = new Uri("https://api.doku.com/"),
            RequestTarget = vector.Target,
            SigningKey = new DokuKey { Id = "unused", Secret = "unused" },
        };
        return AnswerVerifier.Verify(response, vector.Body, exchange, keys, vector.Moment);
    }

    internal static SignatureFault Fault(string name) =>
        name switch
        {
            "header_malformed" => SignatureFault.HeaderMalformed,
            "signature_malformed" => SignatureFault.SignatureMalformed,
            "other_exchange" => SignatureFault.OtherExchange,
            "no_key" => SignatureFault.NoKey,
            "mismatch" => SignatureFault.Mismatch,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a fault."),
        };
}
