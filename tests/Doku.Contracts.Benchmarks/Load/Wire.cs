using System.Globalization;
using System.Text;
using Doku.Contracts.Transport;

namespace Doku.Contracts.Benchmarks.Load;

/// <summary>Requests as they go over the wire, made and signed before the clock starts.</summary>
internal static class Wire
{
    public const string Notifications = "/payments/notifications";
    public const string Bare = "/bare";

    private static readonly string Template = Encoding.UTF8.GetString(ExampleNotification.Json);

    /// <summary>So many notifications, each of another order.</summary>
    /// <param name="path">Where they go.</param>
    /// <param name="first">The first one's number; no two runs may share one, or the ledger knows it.</param>
    /// <param name="count">How many.</param>
    /// <param name="at">When they are signed; the example's moment by default.</param>
    public static byte[][] Requests(string path, int first, int count, DateTimeOffset? at = null)
    {
        var timestamp =
            at?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            ?? ExampleNotification.Message.Timestamp;
        return
        [
            .. Enumerable.Range(first, count).Select(number => Request(path, number, timestamp)),
        ];
    }

    private static byte[] Request(string path, int number, string timestamp)
    {
        var body = Encoding.UTF8.GetBytes(
            Template.Replace(
                "INV-2024-0001",
                "INV-" + number.ToString("D9", CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
        );
        var message = new SignedMessage
        {
            ClientId = ExampleNotification.Message.ClientId,
            RequestId = "load-" + number.ToString(CultureInfo.InvariantCulture),
            Timestamp = timestamp,
            RequestTarget = path,
            Body = body,
        };
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nClient-Id: {message.ClientId}\r\nRequest-Id: {message.RequestId}\r\nRequest-Timestamp: {message.Timestamp}\r\nSignature: {DokuSignature.Compute(message, ExampleNotification.Key)}\r\nContent-Length: {body.Length}\r\n\r\n"
        );
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
