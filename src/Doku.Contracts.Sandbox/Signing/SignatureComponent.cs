namespace Doku.Contracts.Sandbox;

/// <summary>One part of what a signature rests on, and whether it is right.</summary>
public sealed class SignatureComponent
{
    /// <summary><c>Client-Id</c>, <c>Request-Id</c>, <c>Request-Timestamp</c>, <c>Request-Target</c>, <c>Digest</c>, <c>Secret key</c> or <c>Signature</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is right.</summary>
    public required SignatureComponentState State { get; init; }

    /// <summary>The value that the sandbox reckoned with, from the header, the path or the body; never the key.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong with it and how it comes to be so; null unless that is known.</summary>
    public string? Note { get; init; }
}
