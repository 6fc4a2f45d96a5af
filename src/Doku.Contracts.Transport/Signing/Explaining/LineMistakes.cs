namespace Doku.Contracts.Transport;

/// <summary>How the lines are put together wrongly.</summary>
internal static class LineMistakes
{
    internal static IReadOnlyList<SignatureMistake> All { get; } =
    [
        Of(
            "lines-end-added",
            "The signer ended the last line with a line feed; there is none after the last line.",
            plain => plain with { HasLastLineEnd = true }
        ),
        Of(
            "lines-space-after-colon",
            "The signer wrote a space after each colon.",
            plain => plain with { NameEnd = ": " }
        ),
        Of(
            "lines-crlf",
            "The signer parted the lines by CR LF; it must be LF alone.",
            plain => plain with { LineEnd = "\r\n" }
        ),
        Of(
            "lines-backslash-n",
            "The signer parted the lines by the two characters \\n: an escape in a text that knows none.",
            plain => plain with { LineEnd = "\\n" }
        ),
        Of(
            "lines-not-parted",
            "The signer put nothing between the lines.",
            plain => plain with { LineEnd = "" }
        ),
        Of(
            "lines-lower-case-names",
            "The signer wrote the names of the lines in lower case.",
            plain => plain with { HasLowerCaseNames = true }
        ),
        Of(
            "lines-sorted",
            "The signer sorted the lines by name; their order is fixed.",
            plain => plain with { HasSortedNames = true }
        ),
    ];

    private static SignatureMistake Of(
        string name,
        string words,
        Func<SigningAttempt, SigningAttempt> change
    ) => new(name, SignatureComponent.Lines, words, signing => [change(signing.Plain)]);
}
