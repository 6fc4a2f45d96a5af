namespace Doku.Contracts.Transport;

/// <summary>What is known about one component. Holds no secret, signature, header value or body.</summary>
/// <param name="Component">Which component.</param>
/// <param name="State">Whether it is the same on both sides.</param>
/// <param name="Mistake">The stable name of the mistake, such as <c>target-query-added</c>; null where none is known.</param>
/// <param name="Words">The finding in words, for a developer.</param>
public sealed record SignatureFinding(
    SignatureComponent Component,
    ComponentState State,
    string? Mistake,
    string Words
);
