using System.Globalization;
using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>
/// Why a signature doesn't hold, component by component, for the developer who makes two sides meet. It is made by
/// trying well-known mistakes. Never answer it to a caller: it would tell a forger how near a guess is.
/// </summary>
public sealed class SignatureExplanation
{
    private const string WhatToCheck = """
        No well-known mistake, nor a well-known spelling beside one, makes this signature. Check, in this order:
          1. The secret: is it the one of this Client-Id and of this environment (sandbox or production)?
          2. The body: log how many bytes were signed and how many came, and their digests, on both sides.
          3. Request-Target: the path as the caller wrote it, without host; proxies and prefixes change it.
          4. The four header values: signed exactly as they were sent?
          5. Two mistakes at once are not tried: put right what you find, and ask again.

        """;

    internal SignatureExplanation(
        SignatureVerdict verdict,
        bool isExplained,
        IReadOnlyList<SignatureFinding> findings,
        int attempts
    )
    {
        Verdict = verdict;
        IsExplained = isExplained;
        Findings = findings;
        Attempts = attempts;
    }

    /// <summary>What <see cref="DokuSignature.Verify"/> says.</summary>
    public SignatureVerdict Verdict { get; }

    /// <summary>
    /// Whether the findings account for the signature in full: it holds, or one that is made with the named
    /// differences is the very one that came.
    /// </summary>
    public bool IsExplained { get; }

    /// <summary>One finding for each component, in the order of <see cref="SignatureComponent"/>.</summary>
    public IReadOnlyList<SignatureFinding> Findings { get; }

    /// <summary>How many signatures were tried.</summary>
    internal int Attempts { get; }

    /// <summary>The finding of one component.</summary>
    public SignatureFinding this[SignatureComponent component] => Findings[(int)component];

    /// <summary>A few lines to read, without any secret, signature, header value or body.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(
            Verdict.IsValid
                ? "The signature holds.\n"
                : $"The signature is refused: {Verdict.Fault}.\n"
        );
        foreach (var finding in Findings)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {finding.Component, -14}{Name(finding.State), -9}{finding.Words}"
            );
            text.Append(finding.Mistake is { } mistake ? $" ({mistake})\n" : "\n");
        }

        return text.Append(IsExplained ? "" : WhatToCheck).ToString();
    }

    private static string Name(ComponentState state) =>
        state switch
        {
            ComponentState.Same => "same",
            ComponentState.Differs => "DIFFERS",
            _ => "unknown",
        };
}
