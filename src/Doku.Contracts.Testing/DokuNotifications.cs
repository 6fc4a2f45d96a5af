using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;

namespace Doku.Contracts.Testing;

/// <summary>
/// Signed notifications of a test's own making: for what a sandbox would not say by itself, and for what nobody should
/// believe.
/// </summary>
public static class DokuNotifications
{
    /// <summary>A notification as DOKU sends it: contract's bytes, headers, signature over both.</summary>
    /// <typeparam name="T">The notification's contract, such as <c>PaylaterNotification</c>.</typeparam>
    /// <param name="notification">What is told. It need not be valid: an endpoint reads leniently.</param>
    /// <param name="options">Who signs, when, and where it goes.</param>
    /// <param name="flaw">What is to be wrong with it.</param>
    /// <returns>A new message; send it with the client of the shop's test host.</returns>
    public static HttpRequestMessage Sign<T>(
        T notification,
        FakeNotificationOptions options,
        NotificationFlaw flaw = NotificationFlaw.None
    )
        where T : class, IContract<T>
    {
        ArgumentNullException.ThrowIfNull(notification);
        var body = new ArrayBufferWriter<byte>();
        ContractCodec.Write(notification, body);
        return SignBytes(body.WrittenMemory, options, flaw);
    }

    /// <summary>The same for bytes that no contract would write.</summary>
    /// <param name="body">The body, sent and signed as it is.</param>
    /// <param name="options">Who signs, when, and where it goes.</param>
    /// <param name="flaw">What is to be wrong with it.</param>
    public static HttpRequestMessage SignBytes(
        ReadOnlyMemory<byte> body,
        FakeNotificationOptions options,
        NotificationFlaw flaw = NotificationFlaw.None
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var now = options.TimeProvider.GetUtcNow();
        var signed = new SignedMessage
        {
            ClientId = options.ClientId + (flaw == NotificationFlaw.OtherMerchant ? "9" : ""),
            RequestId = options.RequestId ?? Guid.CreateVersion7(now).ToString(),
            Timestamp = Timestamp(now + Shift(flaw)),
            RequestTarget =
                options.Url.AbsolutePath + (flaw == NotificationFlaw.OtherPath ? "/other" : ""),
            Body = body,
        };
        var key = new DokuKey
        {
            Secret = options.SecretKey + (flaw == NotificationFlaw.WrongKey ? "-of-another" : ""),
        };
        var message = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = Content(body, flaw),
        };
        message.Headers.Add(DokuHeaders.ClientId, signed.ClientId);
        message.Headers.Add(DokuHeaders.RequestId, signed.RequestId);
        message.Headers.Add(DokuHeaders.RequestTimestamp, signed.Timestamp);
        if (flaw == NotificationFlaw.DuplicateHeader)
        {
            message.Headers.Add(DokuHeaders.RequestId, signed.RequestId + "-2");
        }

        if (flaw != NotificationFlaw.Unsigned)
        {
            message.Headers.Add(DokuHeaders.Signature, DokuSignature.Compute(signed, key));
        }

        return message;
    }

    private static TimeSpan Shift(NotificationFlaw flaw) =>
        flaw switch
        {
            NotificationFlaw.Stale => TimeSpan.FromHours(-14),
            NotificationFlaw.FromTheFuture => TimeSpan.FromMinutes(10),
            _ => TimeSpan.Zero,
        };

    private static ByteArrayContent Content(ReadOnlyMemory<byte> body, NotificationFlaw flaw)
    {
        byte[] bytes =
            flaw == NotificationFlaw.ChangedBody ? [.. body.Span, (byte)' '] : body.ToArray();
        return new ByteArrayContent(bytes)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
    }

    private static string Timestamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
