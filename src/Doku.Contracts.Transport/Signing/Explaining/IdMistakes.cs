namespace Doku.Contracts.Transport;

/// <summary>Client-Id and Request-Id, signed otherwise than sent.</summary>
internal static class IdMistakes
{
    internal static IReadOnlyList<SignatureMistake> All { get; } =
    [
        .. Of(SignatureComponent.ClientId, "client-id", "Client-Id"),
        .. Of(SignatureComponent.RequestId, "request-id", "Request-Id"),
        SignatureMistake.OfText(
            "request-id-hyphens-removed",
            SignatureComponent.RequestId,
            "The signer signed Request-Id without its hyphens.",
            signing => [signing.Plain.RequestId.Replace("-", "", StringComparison.Ordinal)]
        ),
    ];

    private static IEnumerable<SignatureMistake> Of(
        SignatureComponent component,
        string name,
        string header
    )
    {
        string Text(SigningAttempt attempt) =>
            component == SignatureComponent.ClientId ? attempt.ClientId : attempt.RequestId;
        SignatureMistake Mistake(string suffix, string words, Func<string, string?[]> change) =>
            SignatureMistake.OfText(
                name + suffix,
                component,
                words,
                signing => change(Text(signing.Plain))
            );

        yield return Mistake(
            "-trimmed",
            $"The signer signed {header} without the white space that came around it.",
            text => [text.Trim()]
        );
        yield return Mistake(
            "-space-added",
            $"The signer signed {header} with white space around it, which no header keeps.",
            text => [text + " ", " " + text, text + "\n", text + "\r\n"]
        );
        yield return Mistake(
            "-lower-case",
            $"The signer signed {header} in lower case.",
            text => [text.ToLowerInvariant()]
        );
        yield return Mistake(
            "-upper-case",
            $"The signer signed {header} in upper case.",
            text => [text.ToUpperInvariant()]
        );
        yield return SignatureMistake.OfText(
            name + "-expected",
            component,
            $"The signature covers the expected {header}; another one came.",
            signing =>
                [
                    signing.Hints.Expected is { } expected
                        ? Text(SigningCase.Attempt(expected))
                        : null,
                ]
        );
    }
}
