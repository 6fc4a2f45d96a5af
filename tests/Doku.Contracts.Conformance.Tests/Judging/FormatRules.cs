using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>The formats by the grammars of their RFCs, as regular expressions.</summary>
internal static partial class FormatRules
{
    public static bool Holds(string format, string text) =>
        format switch
        {
            "date" => IsDate(text),
            "time" => IsTime(text),
            "date-time" => IsDateTime(text),
            "duration" => Duration().IsMatch(text),
            "uri" => IsUri(text),
            "email" => IsEmail(text),
            "uuid" => Uuid().IsMatch(text),
            "ipv4" => Ipv4().IsMatch(text),
            "ipv6" => IsIpv6(text),
            "regex" => IsRegex(text),
            "doku-jakarta" => IsCompact(text),
            "doku-utc" => IsCompact(text) || IsDateTime(text),
            _ => throw new InvalidOperationException($"The format {format} is not known here."),
        };

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out _);

    private static bool IsCompact(string text) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, 0, out _);

    private static bool IsDateTime(string text) =>
        text.Length > 10 && IsDate(text[..10]) && text[10] is 'T' or 't' && IsTime(text[11..]);

    private static bool IsTime(string text)
    {
        var match = Time().Match(text);
        if (!match.Success || match.Groups["s"].Value != "60")
        {
            return match.Success;
        }

        // A leap second is the last of a day of UTC.
        static int Number(Group group) =>
            group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        var offset = Number(match.Groups["oh"]) * 60 + Number(match.Groups["om"]);
        var local = Number(match.Groups["h"]) * 60 + Number(match.Groups["m"]);
        var utc = match.Groups["sign"].Value == "-" ? local + offset : local - offset;
        return (utc + 2 * 1440) % 1440 == 1439;
    }

    private static bool IsEmail(string text) =>
        text.Length <= 254
        && text.IndexOf('@', StringComparison.Ordinal) <= 64
        && Email().IsMatch(text);

    private static bool IsIpv6(string text) =>
        Ipv6Text().Match(text) is { Success: true } match
        && (!match.Groups["v4"].Success || Ipv4().IsMatch(match.Groups["v4"].Value))
        && IPAddress.TryParse(text, out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static bool IsUri(string text) =>
        Uri().Match(text) is { Success: true } match
        && (!match.Groups["ip"].Success || IsIpv6(match.Groups["ip"].Value))
        && (
            match.Groups["scheme"].Value.ToUpperInvariant() is not ("HTTP" or "HTTPS")
            || match.Groups["host"].Length > 0
        );

    private static bool IsRegex(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.ECMAScript);
            // .NET takes a bracket that opens or closes nothing for a literal; ECMA-262 with the u flag doesn't.
            return !BracketsInOrder().Replace(text, "").AsSpan().ContainsAny("{}[]");
        }
        catch (ArgumentException)
        {
            // That is how the framework says no.
            return false;
        }
    }

    [GeneratedRegex(
        @"^(?<h>[01][0-9]|2[0-3]):(?<m>[0-5][0-9]):(?<s>[0-5][0-9]|60)(\.[0-9]+)?([Zz]|(?<sign>[+-])(?<oh>[01][0-9]|2[0-3]):(?<om>[0-5][0-9]))\z"
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"^P([0-9]+W|([0-9]+D|[0-9]+M([0-9]+D)?|[0-9]+Y([0-9]+M([0-9]+D)?)?)(T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))?|T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))\z"
    )]
    private static partial Regex Duration();

    [GeneratedRegex(@"\\.|\[[^\]]*\]|\{[0-9]+(,[0-9]*)?\}")]
    private static partial Regex BracketsInOrder();

    [GeneratedRegex("^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\\z")]
    private static partial Regex Uuid();

    [GeneratedRegex(
        @"^(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}\z"
    )]
    private static partial Regex Ipv4();

    [GeneratedRegex(@"^(?=.*:)([0-9A-Fa-f]{0,4}:)+([0-9A-Fa-f]{0,4}|(?<v4>[0-9]+\.[0-9.]+))\z")]
    private static partial Regex Ipv6Text();

    [GeneratedRegex(
        @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z"
    )]
    private static partial Regex Email();

    [GeneratedRegex(
        @"^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(//(([A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@)?(?<host>\[(?<ip>[0-9A-Fa-f:.]+)\]|([A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(:[0-9]*)?(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?|(?!//)([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)(\?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?(#([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\z"
    )]
    private static partial Regex Uri();
}
