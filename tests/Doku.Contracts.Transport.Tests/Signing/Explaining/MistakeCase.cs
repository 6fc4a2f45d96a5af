using System.Text;

namespace Doku.Contracts.Transport.Tests.Signing.Explaining;

/// <summary>One occasion of a mistake: what arrived, and the signer who made it.</summary>
internal sealed record MistakeCase(string Mistake, WrongSigner Arrived, WrongSigner Signer)
{
    internal SignatureHints? Hints { get; init; }

    internal string ReceiverSecret { get; init; } = WrongSigner.RightSecret;

    private static readonly WrongSigner Right = new();
    private static readonly Uri Address = new(
        "https://toko.example:8443/base/shop/Canary?q=canaryquery"
    );

    internal static IReadOnlyList<MistakeCase> All { get; } =
    [
        .. Bodies(),
        .. Targets(),
        .. Timestamps(),
        .. LinesAndKeys(),
        .. Ids("client-id", (signer, text) => signer with { ClientId = text }, s => s.ClientId),
        .. Ids("request-id", (signer, text) => signer with { RequestId = text }, s => s.RequestId),
        Case("request-id-hyphens-removed", Right with { RequestId = "CanaryRequest1" }),
    ];

    private static MistakeCase Case(
        string mistake,
        WrongSigner signer,
        WrongSigner? arrived = null
    ) => new(mistake, arrived ?? Right, signer);

    private static SignatureHints Expecting(WrongSigner expected) =>
        new() { Expected = expected.Message() };

    private static IEnumerable<MistakeCase> Bodies()
    {
        var body = WrongSigner.RightBody;
        MistakeCase Signed(string mistake, string signed, string? arrived = null) =>
            Case(mistake, Right with { Body = signed }, Right with { Body = arrived ?? body });
        // A body whose digest has a letter in which base64 and base64url differ.
        var hashed = Enumerable
            .Range(0, 100)
            .Select(i => Right with { Body = body + i })
            .First(signer => signer.BodyDigest().Contains('+', StringComparison.Ordinal));
        MistakeCase Digest(string mistake, Func<byte[], string> line) =>
            Case(
                mistake,
                hashed with
                {
                    DigestLine = line(Convert.FromBase64String(hashed.BodyDigest())),
                },
                hashed
            );
        var get = Right with { Body = null };
        yield return Case("digest-missing", get);
        yield return Case("digest-added", Right with { Body = "" }, get);
        yield return Case("digest-added", Right with { Body = "{}" }, get);
        yield return Signed("body-empty", "");
        yield return Signed("body-line-end-added", body + "\n");
        yield return Signed("body-line-end-added", body + "\r\n");
        yield return Signed("body-line-end-removed", body, body + "\r\n");
        yield return Signed("body-bom-added", "\uFEFF" + body);
        yield return Signed("body-bom-removed", body, "\uFEFF" + body);
        yield return Signed("body-crlf", "{\r\n}\r\n", "{\n}\n");
        yield return Signed("body-lf", "a\nb", "a\r\nb");
        yield return Signed("body-trimmed", "not JSON", "  not JSON ");
        yield return Signed(
            "json-minified",
            body,
            "{ \"a\" : \"canarybody/é\",\n\"b\":[1 , 2.50] }"
        );
        yield return Signed(
            "json-indented",
            "{\n  \"a\": \"canarybody/é\",\n  \"b\": [\n    1,\n    2.50\n  ]\n}"
        );
        yield return Signed(
            "json-indented",
            "{\n    \"a\": \"canarybody/é\",\n    \"b\": [\n        1,\n        2.50\n    ]\n}"
        );
        yield return Signed("json-spaced", "{\"a\": \"canarybody/é\", \"b\": [1, 2.50]}");
        yield return Signed("json-spaced", "{\"a\": \"canarybody/\\u00e9\", \"b\": [1, 2.50]}");
        yield return Signed("json-escaped", "{\"a\":\"canarybody\\/\\u00e9\",\"b\":[1,2.50]}");
        yield return Signed("json-escaped", "{\"a\":\"canarybody/\\u00E9\",\"b\":[1,2.50]}");
        yield return Digest("digest-hex", Convert.ToHexStringLower);
        yield return Digest(
            "digest-base64-of-hex",
            hash => Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)))
        );
        yield return Digest(
            "digest-base64url",
            hash => Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_')
        );
        yield return Digest(
            "digest-base64url",
            hash => Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_').TrimEnd('=')
        );
        yield return Digest("digest-unpadded", hash => Convert.ToBase64String(hash).TrimEnd('='));
        yield return Digest("digest-prefixed", hash => "SHA-256=" + Convert.ToBase64String(hash));
        yield return Digest("body-instead-of-digest", _ => hashed.Body!);
        var other = Right with { Body = "{\"other\":1}" };
        yield return Case("body-expected", other) with
        {
            Hints = Expecting(other),
        };
    }

    private static IEnumerable<MistakeCase> Targets()
    {
        MistakeCase Signed(string mistake, string signed, string? arrived = null) =>
            Case(
                "target-" + mistake,
                Right with
                {
                    Target = signed,
                },
                Right with
                {
                    Target = arrived ?? Right.Target,
                }
            ) with
            {
                Hints = new SignatureHints { Address = Address },
            };
        yield return Signed("query-removed", "/Canary", "/Canary?q=1");
        yield return Signed("query-added", "/shop/Canary?q=canaryquery", "/shop/Canary");
        yield return Signed("slash-added", "/Canary/", "/Canary");
        yield return Signed("slash-removed", "/Canary", "/Canary/");
        yield return Signed("with-host", "toko.example:8443/Canary", "/Canary");
        yield return Signed("with-host", "toko.example/Canary", "/Canary");
        yield return Signed("whole-address", "https://toko.example:8443/Canary", "/Canary");
        yield return Signed("whole-address", "http://toko.example/Canary", "/Canary");
        yield return Signed("prefix-added", "/base/shop/Canary", "/shop/Canary");
        yield return Signed("prefix-removed", "/Canary", "/base/shop/Canary");
        yield return Signed("first-slash-removed", "Canary", "/Canary");
        yield return Signed("decoded", "/shop/Canary/target");
        yield return Signed("encoded", "/a%3Ab", "/a:b");
        yield return Signed("encoded", "%2Fa%2Fb", "/a/b");
        yield return Signed("escapes-other-case", "/shop/Canary%2ftarget");
        yield return Signed("lower-case", "/canary", "/Canary");
        var other = Right with { Target = "/expected" };
        yield return Case("target-expected", other) with
        {
            Hints = Expecting(other),
        };
    }

    private static IEnumerable<MistakeCase> Timestamps()
    {
        MistakeCase Signed(string mistake, string signed, string? arrived = null) =>
            Case(
                "timestamp-" + mistake,
                Right with
                {
                    Stamp = signed,
                },
                Right with
                {
                    Stamp = arrived ?? Right.Stamp,
                }
            );
        var response = Right with { StampName = "Response-Timestamp" };
        yield return Case("timestamp-other-name", response);
        yield return Case("timestamp-other-name", Right, response);
        yield return Signed("seconds-off", "2026-11-22T01:51:01Z");
        yield return Signed("seconds-off", "2026-11-22T01:50:55Z");
        yield return Signed("jakarta-signed", "2026-11-22T08:51:00Z");
        yield return Signed("jakarta-signed", "2026-11-22T08:51:00+07:00");
        yield return Signed("utc-signed", "2026-11-22T01:51:00Z", "2026-11-22T08:51:00Z");
        yield return Signed("utc-signed", "2026-11-22T01:51:00Z", "2026-11-22T08:51:00+07:00");
        yield return Signed("fraction-added", "2026-11-22T01:51:00.000Z");
        yield return Signed("fraction-removed", Right.Stamp, "2026-11-22T01:51:00.123Z");
        yield return Signed("offset", "2026-11-22T01:51:00+00:00");
        yield return Signed("no-zone", "2026-11-22T01:51:00");
        yield return Signed("no-zone", "2026-11-22 01:51:00");
        yield return Signed("unix", "1795312260");
        yield return Signed("unix", "1795312260000");
        var date = "Sun, 22 Nov 2026 01:51:00 GMT";
        yield return Signed("other-header", date) with
        {
            Hints = new SignatureHints { OtherTimestamp = date },
        };
        var other = Right with { Stamp = "2026-11-23T01:51:00Z" };
        yield return Case("timestamp-expected", other) with
        {
            Hints = Expecting(other),
        };
    }

    private static IEnumerable<MistakeCase> LinesAndKeys()
    {
        MistakeCase Written(string mistake, Func<string, string> rewrite) =>
            Case("lines-" + mistake, Right with { Rewrite = rewrite });
        MistakeCase Keyed(string mistake, string used, string held) =>
            Case("secret-" + mistake, Right with { Secret = used }) with
            {
                ReceiverSecret = held,
            };
        yield return Written("end-added", lines => lines + "\n");
        yield return Written(
            "space-after-colon",
            lines => string.Join('\n', lines.Split('\n').Select(WithSpace))
        );
        yield return Written(
            "crlf",
            lines => lines.Replace("\n", "\r\n", StringComparison.Ordinal)
        );
        yield return Written(
            "backslash-n",
            lines => lines.Replace("\n", "\\n", StringComparison.Ordinal)
        );
        yield return Written(
            "not-parted",
            lines => lines.Replace("\n", "", StringComparison.Ordinal)
        );
        yield return Written(
            "lower-case-names",
            lines =>
                string.Join(
                    '\n',
                    lines
                        .Split('\n')
                        .Select(line =>
                            line.Split(':', 2)[0].ToLowerInvariant() + ":" + line.Split(':', 2)[1]
                        )
                )
        );
        yield return Written(
            "sorted",
            lines => string.Join('\n', lines.Split('\n').Order(StringComparer.Ordinal))
        );
        yield return Keyed("trimmed", "SK-canarysecret", " SK-canarysecret\n");
        yield return Keyed("line-feed-added", "SK-canarysecret\n", "SK-canarysecret");
        yield return Keyed("space-added", "SK-canarysecret ", "SK-canarysecret");
        yield return Keyed("quoted", "\"SK-canarysecret\"", "SK-canarysecret");
        yield return Keyed("unquoted", "SK-canarysecret", "\"SK-canarysecret\"");
        var bytes = Encoding.ASCII.GetBytes("canarysecret");
        yield return Case("secret-base64-decoded", Right with { Key = bytes }) with
        {
            ReceiverSecret = Convert.ToBase64String(bytes),
        };
        yield return Case("secret-hex-decoded", Right with { Key = bytes }) with
        {
            ReceiverSecret = Convert.ToHexString(bytes),
        };
    }

    private static IEnumerable<MistakeCase> Ids(
        string name,
        Func<WrongSigner, string, WrongSigner> with,
        Func<WrongSigner, string> of
    )
    {
        var text = of(Right);
        MistakeCase Signed(string mistake, string signed, string? arrived = null) =>
            Case(name + mistake, with(Right, signed), with(Right, arrived ?? text));
        yield return Signed("-trimmed", text, " " + text);
        yield return Signed("-space-added", text + " ");
        yield return Signed("-space-added", text + "\r\n");
        yield return Signed("-lower-case", text.ToLowerInvariant());
        yield return Signed("-upper-case", text.ToUpperInvariant());
        var other = with(Right, "expected-id");
        yield return Case(name + "-expected", other) with
        {
            Hints = Expecting(other),
        };
    }

    private static string WithSpace(string line)
    {
        var parts = line.Split(':', 2);
        return $"{parts[0]}: {parts[1]}";
    }

    public override string ToString() => Mistake;
}
