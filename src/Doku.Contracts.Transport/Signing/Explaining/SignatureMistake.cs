namespace Doku.Contracts.Transport;

/// <summary>A well-known mistake of a signer, or of a receiver.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Component">What it is about.</param>
/// <param name="Words">What happened, for a developer.</param>
/// <param name="Attempts">What a signer that makes the mistake signs; nothing where the message gives no occasion.</param>
internal sealed record SignatureMistake(
    string Name,
    SignatureComponent Component,
    string Words,
    Func<SigningCase, IEnumerable<SigningAttempt>> Attempts
)
{
    /// <summary>Those that are tried, the likelier ones first.</summary>
    internal static IReadOnlyList<SignatureMistake> All { get; } =
    [
        .. BodyMistakes.All,
        .. TargetMistakes.All,
        .. TimestampMistakes.All,
        .. LineMistakes.All,
        .. KeyMistakes.All,
        .. IdMistakes.All,
    ];

    /// <summary>A mistake that turns one text into another.</summary>
    internal static SignatureMistake OfText(
        string name,
        SignatureComponent component,
        string words,
        Func<SigningCase, IEnumerable<string?>> texts
    ) =>
        new(
            name,
            component,
            words,
            signing =>
                texts(signing)
                    .OfType<string>()
                    .Select(text => With(signing.Plain, component, text))
                    .Where(attempt => attempt != signing.Plain)
        );

    private static SigningAttempt With(
        SigningAttempt plain,
        SignatureComponent component,
        string text
    ) =>
        component switch
        {
            SignatureComponent.ClientId => plain with { ClientId = text },
            SignatureComponent.RequestId => plain with { RequestId = text },
            SignatureComponent.Timestamp => plain with { Timestamp = text },
            SignatureComponent.RequestTarget => plain with { Target = text },
            _ => plain with { Digest = text },
        };
}
