using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Sandbox.Signing;

/// <summary>The mistakes that merchants make, as far as one can make them again.</summary>
internal static class SignatureMistakes
{
    private const int SecondsApart = 120;

    internal static IEnumerable<SignatureMistake> Of(SignedRequest request) =>
        [
            .. Keys(request),
            .. Targets(request),
            .. DigestMistakes.Of(request.Body),
            .. Timestamps(request),
            .. Ids(request),
            .. Layouts(),
        ];

    private static IEnumerable<SignatureMistake> Keys(SignedRequest request)
    {
        var secret = request.Merchant.SecretKey;
        yield return Key(
            secret + "\n",
            "the key was signed with a line feed behind it, as a file ends"
        );
        yield return Key(
            secret + "\r\n",
            "the key was signed with a line end behind it, as a file ends"
        );
        yield return Key(secret.Trim(), "the key was signed without the white space around it");
        yield return Key($"\"{secret}\"", "the key was signed with its quotation marks");
        yield return Key(request.Merchant.ClientId, "the Client-Id was taken for the key");
        yield return Key("", "the key was empty: perhaps it was never configured");
        yield return Key(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            "the key was written in base64 first"
        );
        foreach (var other in request.Others)
        {
            yield return Key(other.SecretKey, $"the key is that of the merchant '{other.Name}'");
        }
    }

    private static IEnumerable<SignatureMistake> Targets(SignedRequest request)
    {
        var path = request.Target;
        yield return Target(request.RawTarget, "the query was signed too; the path alone counts");
        yield return Target(path.TrimStart('/'), "the slash at the beginning is missing");
        yield return Target(path + "/", "there is a slash too many at the end");
        yield return Target(path.TrimEnd('/'), "the slash at the end is missing");
        yield return Target(
            $"http://{request.Host}{path}",
            "the whole address was signed instead of the path"
        );
        yield return Target(
            $"https://{request.Host}{path}",
            "the whole address was signed instead of the path"
        );
        yield return Target(request.Host + path, "the host was signed with the path");
        yield return Target(
            Uri.UnescapeDataString(path),
            "the path was signed unescaped; it counts as it is sent"
        );
        yield return Target("/", "the path was left out");
        yield return Target("", "the path was left out");
        foreach (var other in request.OtherPaths())
        {
            yield return Target(other, $"the path of another operation was signed: {other}");
        }
    }

    private static IEnumerable<SignatureMistake> Timestamps(SignedRequest request)
    {
        if (!WireTime.TryReadHeader(request.Timestamp, out var moment))
        {
            yield break;
        }
        for (var seconds = 1; seconds <= SecondsApart; seconds++)
        {
            yield return Timestamp(
                moment.AddSeconds(-seconds),
                $"a time stamp {seconds} s older was signed than was sent"
            );
            yield return Timestamp(
                moment.AddSeconds(seconds),
                $"a time stamp {seconds} s newer was signed than was sent"
            );
        }
        var jakarta = moment.ToOffset(TimeSpan.FromHours(7));
        const string other = "the time stamp was signed in another form than it was sent";
        yield return Text("yyyy-MM-dd'T'HH:mm:sszzz", jakarta, other);
        yield return Text("yyyy-MM-dd'T'HH:mm:sszzz", moment, other);
        yield return Text("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", moment, other);
        yield return Text("yyyy-MM-dd'T'HH:mm:ss", moment, other);
        yield return Text(
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            jakarta,
            "Jakarta's time was signed and UTC was sent"
        );

        static SignatureMistake Timestamp(DateTimeOffset at, string note) =>
            Text("yyyy-MM-dd'T'HH:mm:ss'Z'", at, note);

        static SignatureMistake Text(string form, DateTimeOffset at, string note)
        {
            var text = at.ToString(form, CultureInfo.InvariantCulture);
            return new(
                SandboxSigner.RequestTimestamp,
                note,
                parts => parts with { Timestamp = text }
            );
        }
    }

    private static IEnumerable<SignatureMistake> Ids(SignedRequest request)
    {
        yield return new(
            "Request-Id",
            "the Request-Id was signed in capital letters",
            parts => parts with { RequestId = parts.RequestId.ToUpperInvariant() }
        );
        yield return new(
            "Request-Id",
            "the Request-Id was signed in small letters",
            parts => parts with { RequestId = parts.RequestId.ToLowerInvariant() }
        );
        yield return new(
            "Request-Id",
            "the Request-Id was signed without its hyphens",
            parts =>
                parts with
                {
                    RequestId = parts.RequestId.Replace("-", "", StringComparison.Ordinal),
                }
        );
        yield return new(
            "Request-Id",
            "the Request-Id was left out",
            parts => parts with { RequestId = "" }
        );
        foreach (var earlier in request.EarlierRequestIds())
        {
            yield return new(
                "Request-Id",
                "the signature is that of an earlier Request-Id",
                parts => parts with { RequestId = earlier }
            );
        }
        foreach (var other in request.Others)
        {
            yield return new(
                "Client-Id",
                $"the Client-Id of the merchant '{other.Name}' was signed",
                parts => parts with { ClientId = other.ClientId }
            );
        }
        yield return new(
            "Client-Id",
            "the Client-Id was left out",
            parts => parts with { ClientId = "" }
        );
        yield return new(
            "Client-Id",
            "the Client-Id was signed in small letters",
            parts => parts with { ClientId = parts.ClientId.ToLowerInvariant() }
        );
    }

    private static IEnumerable<SignatureMistake> Layouts()
    {
        yield return Lines("there is a line feed after the last line", text => text + "\n");
        yield return Lines(
            "the lines were joined by CR LF",
            text => text.Replace("\n", "\r\n", StringComparison.Ordinal)
        );
        yield return Lines(
            "there is a space after each colon",
            text => string.Join('\n', text.Split('\n').Select(SpaceAfterColon))
        );
        yield return Lines(
            "the lines were joined by nothing",
            text => text.Replace("\n", "", StringComparison.Ordinal)
        );
        yield return Lines(
            "the lines were joined by the letters \\n",
            text => text.Replace("\n", "\\n", StringComparison.Ordinal)
        );
        yield return Lines(
            "the names were signed in small letters",
            text => string.Join('\n', text.Split('\n').Select(LowerName))
        );
        yield return Lines(
            "the values were signed without their names",
            text =>
                string.Join(
                    '\n',
                    text.Split('\n')
                        .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..])
                )
        );
        yield return new(
            "Signature",
            "it is no HMAC: the lines were hashed with the key behind them",
            parts => parts with { Mac = (key, text) => SHA256.HashData([.. text, .. key]) }
        );
    }

    private static string SpaceAfterColon(string line) =>
        line.Insert(line.IndexOf(':', StringComparison.Ordinal) + 1, " ");

    private static string LowerName(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line[..colon].ToLowerInvariant() + line[colon..];
    }

    private static SignatureMistake Lines(string note, Func<string, string> layout) =>
        new("Signature", note, parts => parts with { Layout = layout });

    private static SignatureMistake Key(string key, string note) =>
        new("Secret key", note, parts => parts with { Key = Encoding.UTF8.GetBytes(key) });

    private static SignatureMistake Target(string target, string note) =>
        new("Request-Target", note, parts => parts with { Target = target });
}
