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

    internal static SignatureFault Verify(
        IHeaderDictionary headers,
        byte[] body,
        string target,
        DokuOptions account,
        NotificationFreshness freshness,
        DateTimeOffset now,
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

        if (!IsFresh(timestamp, freshness, now))
        {
            return SignatureFault.NotFresh;
        }

        envelope = new VerifiedEnvelope(body, verdict.KeyId, requestId, timestamp, now);
        return SignatureFault.None;
    }

    private static bool IsFresh(
        DateTimeOffset timestamp,
        NotificationFreshness freshness,
        DateTimeOffset now
    )
    {
        var age = now - timestamp;
        return age >= -ClockSkew
            && freshness switch
            {
                NotificationFreshness.AnyAge => true,
                NotificationFreshness.DokuRetrySchedule => age <= RetrySchedule,
                // Anything else is held to the narrowest.
                _ => age <= ClockSkew,
            };
    }

    private static string? One(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
}
