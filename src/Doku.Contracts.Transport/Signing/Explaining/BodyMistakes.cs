using System.Buffers.Text;
using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>The body, signed otherwise than sent, and mistakes about its digest.</summary>
internal static class BodyMistakes
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    internal static IReadOnlyList<SignatureMistake> All { get; } =
    [
        new(
            "digest-missing",
            SignatureComponent.Body,
            "The signer left the Digest line out, though there is a body.",
            signing => signing.Message.HasBody ? [signing.Plain with { Digest = null }] : []
        ),
        new(
            "digest-added",
            SignatureComponent.Body,
            "The signer signed a digest, of no bytes or of {}, though there is no body.",
            signing =>
                signing.Message.HasBody
                    ? []
                    :
                    [
                        signing.Plain with
                        {
                            Digest = BodyDigest.Text([]),
                        },
                        signing.Plain with
                        {
                            Digest = BodyDigest.Text("{}"u8),
                        },
                        signing.Plain with
                        {
                            Digest = "",
                        },
                    ]
        ),
        Of(
            "body-empty",
            "The signer hashed no bytes at all: its body was empty, or had been read before.",
            _ =>
                [
                    [],
                ]
        ),
        Of(
            "body-line-end-added",
            "The signer's body ended in a line end that didn't arrive.",
            body =>
                [
                    [.. body, .. "\n"u8],
                    [.. body, .. "\r\n"u8],
                ]
        ),
        Of(
            "body-line-end-removed",
            "The body came with a line end that the signer's didn't have.",
            body => [body.AsSpan().TrimEnd("\r\n"u8).ToArray()]
        ),
        Of(
            "body-bom-added",
            "The signer's body began with a byte order mark that didn't arrive.",
            body =>
                [
                    [.. ByteOrderMark, .. body],
                ]
        ),
        Of(
            "body-bom-removed",
            "The body came with a byte order mark that the signer's didn't have.",
            body => body.AsSpan().StartsWith(ByteOrderMark) ? [body[3..]] : []
        ),
        OfText(
            "body-crlf",
            "The signer's body had CR LF where LF came.",
            text => [OneLineEnd(text).Replace("\n", "\r\n", StringComparison.Ordinal)]
        ),
        OfText("body-lf", "The signer's body had LF where CR LF came.", text => [OneLineEnd(text)]),
        OfText(
            "body-trimmed",
            "The signer's body had no white space around it.",
            text => [text.Trim()]
        ),
        Of(
            "json-minified",
            "The signer hashed its JSON without white space; what came was written anew.",
            JsonSpellings.Minified
        ),
        Of(
            "json-indented",
            "The signer hashed its JSON indented; what came was written anew.",
            JsonSpellings.Indented
        ),
        Of(
            "json-spaced",
            "The signer hashed its JSON with a space after each comma and colon, as Python writes it.",
            JsonSpellings.Spaced
        ),
        Of(
            "json-escaped",
            "The signer hashed its JSON with other escapes (slashes as PHP does, or letters as \\u), and sent it without.",
            JsonSpellings.Escaped
        ),
        OfDigest(
            "digest-hex",
            "The signer wrote the digest in hex digits; it must be base64.",
            digest => [Convert.ToHexStringLower(digest), Convert.ToHexString(digest)]
        ),
        OfDigest(
            "digest-base64-of-hex",
            "The signer encoded the digest's hex digits in base64; it must be the base64 of its bytes.",
            digest =>
                [Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest)))]
        ),
        OfDigest(
            "digest-unpadded",
            "The signer wrote the digest without its padding.",
            digest => [Convert.ToBase64String(digest).TrimEnd('=')]
        ),
        OfDigest(
            "digest-base64url",
            "The signer wrote the digest in base64url; it must be base64.",
            digest => [Base64Url.EncodeToString(digest), Base64Url.EncodeToString(digest) + "="]
        ),
        OfDigest(
            "digest-prefixed",
            "The signer wrote SHA-256= before the digest.",
            digest => ["SHA-256=" + Convert.ToBase64String(digest)]
        ),
        OfText(
            "body-instead-of-digest",
            "The signer wrote the body itself where its digest belongs.",
            text => [text],
            isDigest: true
        ),
        new(
            "body-expected",
            SignatureComponent.Body,
            "The signature covers the expected body; another one came.",
            signing =>
                signing.Hints.Expected is { } expected
                    ? [signing.Plain with { Digest = SigningCase.Attempt(expected).Digest }]
                    : []
        ),
    ];

    private static string OneLineEnd(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static SignatureMistake Of(
        string name,
        string words,
        Func<byte[], IEnumerable<byte[]>> change
    ) =>
        new(
            name,
            SignatureComponent.Body,
            words,
            signing =>
                signing.Body is { } body
                    ? change(body.ToArray())
                        .Select(changed => signing.Plain with { Digest = BodyDigest.Text(changed) })
                    : []
        );

    private static SignatureMistake OfText(
        string name,
        string words,
        Func<string, IEnumerable<string>> change,
        bool isDigest = false
    ) =>
        isDigest
            ? SignatureMistake.OfText(
                name,
                SignatureComponent.Body,
                words,
                signing =>
                    signing.Body is { } body ? change(Encoding.UTF8.GetString(body.Span)) : []
            )
            : Of(
                name,
                words,
                body => change(Encoding.UTF8.GetString(body)).Select(Encoding.UTF8.GetBytes)
            );

    private static SignatureMistake OfDigest(
        string name,
        string words,
        Func<byte[], IEnumerable<string>> spell
    ) =>
        SignatureMistake.OfText(
            name,
            SignatureComponent.Body,
            words,
            signing =>
                signing.Plain.Digest is { } digest ? spell(Convert.FromBase64String(digest)) : []
        );
}
