namespace Doku.Contracts.Transport;

/// <summary>The path, signed otherwise than called.</summary>
internal static class TargetMistakes
{
    private const int MaxPrefix = 3;

    internal static IReadOnlyList<SignatureMistake> All { get; } =
    [
        Of(
            "target-query-removed",
            "The signer signed the path without its query string.",
            signing => [Path(signing)]
        ),
        Of(
            "target-query-added",
            "The signer signed the path with its query string.",
            signing => [Path(signing) + Query(signing)]
        ),
        Of(
            "target-slash-added",
            "The signer's path ended in a slash.",
            signing => [Path(signing) + "/"]
        ),
        Of(
            "target-slash-removed",
            "The signer's path didn't end in a slash.",
            signing => [Path(signing).TrimEnd('/')]
        ),
        Of(
            "target-with-host",
            "The signer signed the host along with the path; Request-Target is the path alone.",
            signing => Hosts(signing).Select(host => host + signing.Plain.Target)
        ),
        Of(
            "target-whole-address",
            "The signer signed the whole address; Request-Target is the path alone.",
            signing =>
                Hosts(signing)
                    .SelectMany(host => new[] { "https://" + host, "http://" + host })
                    .Select(host => host + signing.Plain.Target)
        ),
        Of(
            "target-prefix-added",
            "The signer's path had a prefix that didn't arrive: a proxy took it off, or the path base is missing.",
            signing => [Address(signing)?.AbsolutePath, Address(signing)?.PathAndQuery]
        ),
        Of(
            "target-prefix-removed",
            "The signer's path lacked the first segments: a proxy put them on, or the signer left a path base out.",
            WithoutFirstSegments
        ),
        Of(
            "target-first-slash-removed",
            "The signer's path lacked the slash at its beginning.",
            signing => [signing.Plain.Target.TrimStart('/')]
        ),
        Of(
            "target-decoded",
            "The signer signed the path with its percent-encoding undone.",
            signing => [Uri.UnescapeDataString(signing.Plain.Target)]
        ),
        Of(
            "target-encoded",
            "The signer signed the path percent-encoded.",
            signing => [Encoded(signing.Plain.Target), Uri.EscapeDataString(signing.Plain.Target)]
        ),
        Of(
            "target-escapes-other-case",
            "The signer wrote the hex digits of the percent-encoding in the other case.",
            signing =>
                [Escapes(signing, char.ToLowerInvariant), Escapes(signing, char.ToUpperInvariant)]
        ),
        Of(
            "target-lower-case",
            "The signer signed the path in lower case.",
            signing => [signing.Plain.Target.ToLowerInvariant()]
        ),
        Of(
            "target-expected",
            "The signature covers the expected path; another one came.",
            signing => [signing.Hints.Expected?.RequestTarget]
        ),
    ];

    private static SignatureMistake Of(
        string name,
        string words,
        Func<SigningCase, IEnumerable<string?>> texts
    ) => SignatureMistake.OfText(name, SignatureComponent.RequestTarget, words, texts);

    private static string Path(SigningCase signing) =>
        RequestTargets.Signed(signing.Plain.Target, includesQuery: false);

    private static Uri? Address(SigningCase signing) =>
        signing.Hints.Address is { IsAbsoluteUri: true } address ? address : null;

    private static string? Query(SigningCase signing) => Address(signing)?.Query;

    private static IEnumerable<string> Hosts(SigningCase signing) =>
        Address(signing) is { } address ? new[] { address.Authority, address.Host }.Distinct() : [];

    private static IEnumerable<string> WithoutFirstSegments(SigningCase signing)
    {
        var rest = signing.Plain.Target;
        for (var i = 0; i < MaxPrefix; i++)
        {
            var next = rest.Length > 1 ? rest.IndexOf('/', 1) : -1;
            if (next < 0)
            {
                yield break;
            }

            rest = rest[next..];
            yield return rest;
        }
    }

    private static string Encoded(string target) =>
        string.Join('/', target.Split('/').Select(Uri.EscapeDataString));

    private static string Escapes(SigningCase signing, Func<char, char> change)
    {
        var text = signing.Plain.Target.ToCharArray();
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == '%')
            {
                text[i + 1] = change(text[i + 1]);
                text[i + 2] = change(text[i + 2]);
            }
        }

        return new string(text);
    }
}
