namespace Doku.Contracts.Sandbox.Signing;

/// <summary>A way to sign wrongly.</summary>
internal sealed record SignatureMistake(
    string Component,
    string Note,
    Func<SignedParts, SignedParts> Make
);
