namespace Doku.Contracts.Transport;

/// <summary>The findings, as they come. What is found later about a component is nearer to the cause, and counts.</summary>
internal sealed class ExplanationDraft
{
    private readonly SignatureFinding[] _findings =
    [
        .. Enum.GetValues<SignatureComponent>()
            .Select(component => new SignatureFinding(
                component,
                ComponentState.Unknown,
                null,
                "Can't be told."
            )),
    ];

    internal void Differs(SignatureComponent component, string? mistake, string words) =>
        _findings[(int)component] = new(component, ComponentState.Differs, mistake, words);

    /// <summary>The signature accounts for all that isn't named: had it differed, another signature would have come.</summary>
    internal void RestIsSame()
    {
        foreach (ref var finding in _findings.AsSpan())
        {
            if (finding.State == ComponentState.Unknown)
            {
                finding = new(finding.Component, ComponentState.Same, null, "Signed as it came.");
            }
        }
    }

    /// <summary>Names the texts that no header or request line can carry.</summary>
    internal void CompareForms(in SignedMessage message)
    {
        CompareForm(SignatureComponent.ClientId, message.ClientId);
        CompareForm(SignatureComponent.RequestId, message.RequestId);
        CompareForm(SignatureComponent.Timestamp, message.Timestamp);
        CompareForm(SignatureComponent.RequestTarget, message.RequestTarget);
    }

    /// <summary>Names what differs from what the receiver expected, by place and length.</summary>
    internal void CompareExpected(SigningCase signing)
    {
        if (signing.Hints.Expected is not { } message)
        {
            return;
        }

        var expected = SigningCase.Attempt(message);
        var came = signing.Plain;
        CompareText(SignatureComponent.ClientId, came.ClientId, expected.ClientId);
        CompareText(SignatureComponent.RequestId, came.RequestId, expected.RequestId);
        CompareText(SignatureComponent.Timestamp, came.Timestamp, expected.Timestamp);
        CompareText(SignatureComponent.RequestTarget, came.Target, expected.Target);
        if (came.Digest != expected.Digest)
        {
            Differs(
                SignatureComponent.Body,
                "body-unexpected",
                $"Not the expected body: {Bytes(signing.Message)} came, {Bytes(message)} were expected."
            );
        }
    }

    internal SignatureExplanation End(SignatureVerdict verdict, bool isExplained, int attempts) =>
        new(verdict, isExplained, _findings, attempts);

    private static string Bytes(in SignedMessage message) =>
        message.HasBody ? $"{message.Body.Length} bytes" : "no body";

    private void CompareForm(SignatureComponent component, string? text)
    {
        if (!HeaderText.IsComponent(text))
        {
            Differs(
                component,
                "form",
                $"Empty, too long, or with a character outside visible ASCII; it has {text?.Length ?? 0} characters."
            );
        }
    }

    private void CompareText(SignatureComponent component, string came, string expected)
    {
        if (came == expected)
        {
            return;
        }

        var place = came.AsSpan().CommonPrefixLength(expected) + 1;
        Differs(
            component,
            "unexpected",
            $"Not what was expected, from character {place} on: {came.Length} characters came, {expected.Length} were expected."
        );
    }
}
