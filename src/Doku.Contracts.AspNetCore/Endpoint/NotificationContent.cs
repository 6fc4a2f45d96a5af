using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// What a request may say of its body. DOKU documents no Content-Type, and the signature decides anyway: so a missing
/// or unusual type passes, and only what can't be UTF-8 JSON as it came is refused.
/// </summary>
internal static class NotificationContent
{
    /// <returns>Why the body can't be a notification; null when it can.</returns>
    internal static string? FaultOf(IHeaderDictionary headers)
    {
        // The digest is over the bytes on the wire, and nothing says whether DOKU would mean those before or after.
        if (!StringValues.IsNullOrEmpty(headers.ContentEncoding))
        {
            return RefusalFault.ContentEncoding;
        }

        var type = headers.ContentType;
        return type.Count == 0 || (type.Count == 1 && CanBeJson(type[0]))
            ? null
            : RefusalFault.ContentType;
    }

    private static bool CanBeJson(string? type) =>
        // What every caller sends costs no parsing.
        type is "application/json"
        || (
            MediaTypeHeaderValue.TryParse(type, out var parsed)
            && !parsed.MediaType.Equals(
                "application/x-www-form-urlencoded",
                StringComparison.OrdinalIgnoreCase
            )
            && !parsed.Type.Equals("multipart", StringComparison.OrdinalIgnoreCase)
            && IsUtf8(HeaderUtilities.RemoveQuotes(parsed.Charset))
        );

    private static bool IsUtf8(StringSegment charset) =>
        charset.Length == 0
        || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);
}
