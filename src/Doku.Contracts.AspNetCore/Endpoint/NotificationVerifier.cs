using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.AspNetCore;

/// <summary>Judges a notification's headers and bytes, before anything of the body is read.</summary>
internal static class NotificationVerifier
{
    private const int MaxRequestIdLength = 128;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RetrySchedule = TimeSpan.FromHours(13);

    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The bytes on the wire.</param>
    /// <param name="target">The path that DOKU called.</param>
    /// <param name="account">The merchant.</param>
    /// <param name="freshness">The policy.</param>
    /// <param name="now">The moment, at which the key must count.</param>
    /// <param name="receivedAt">When the notification came in, to which its age is counted; null is never fresh.</param>
    /// <param name="envelope">What was verified; null when it wasn't.</param>
    internal static SignatureFault Verify(
        IHeaderDictionary headers,
        byte[] body,
        string target,
        DokuOptions account,
        NotificationFreshness freshness,
        DateTimeOffset now,
        DateTimeOffset? receivedAt,
        out VerifiedEnvelope? envelope
    )
    {
        envelope = null;
        if (
            One(headers, DokuHeaders.ClientId) is not { } clientId
            || One(headers, DokuHeaders.RequestId)
                is not { Length: <= MaxRequestIdLength } requestId
            || One(headers, DokuHeaders.RequestTimestamp) is not { } stamp
            || !Rfc3339.TryParse(stamp, out var timestamp)
        )
        {
            return SignatureFault.HeaderMalformed;
        }

        if (!string.Equals(clientId, account.ClientId, StringComparison.Ordinal))
        {
            return SignatureFault.OtherExchange;
        }

        var message = new SignedMessage
        {
            ClientId = clientId,
            RequestId = requestId,
            Timestamp = stamp,
            RequestTarget = target,
            Body = body,
        };
        var verdict = DokuSignature.Verify(
            message,
            One(headers, DokuHeaders.Signature),
            DokuKeyRing.Of(account),
            now
        );
        if (!verdict.IsValid)
        {
            return verdict.Fault;
        }

        if (
            receivedAt is not { } received
            || received - now > ClockSkew
            || !IsFresh(timestamp, freshness, received)
        )
        {
            return SignatureFault.NotFresh;
        }

        envelope = new VerifiedEnvelope(body, verdict.KeyId, requestId, timestamp, received);
        return SignatureFault.None;
    }

    private static bool IsFresh(
        DateTimeOffset timestamp,
        NotificationFreshness freshness,
        DateTimeOffset received
    )
    {
        var age = received - timestamp;
        return age >= -ClockSkew
            && freshness switch
            {
                NotificationFreshness.AnyAge => true,
                NotificationFreshness.DokuRetrySchedule or NotificationFreshness.ReceiveTime => age
                    <= RetrySchedule,
                // Anything else is held to the narrowest.
                _ => age <= ClockSkew,
            };
    }

    private static string? One(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
}
