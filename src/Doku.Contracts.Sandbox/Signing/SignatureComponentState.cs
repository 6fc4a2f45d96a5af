namespace Doku.Contracts.Sandbox;

/// <summary>What the sandbox found out about one part of a signature.</summary>
public enum SignatureComponentState
{
    /// <summary>It was signed as it stands.</summary>
    Correct,

    /// <summary>It is the fault, or one of two.</summary>
    Wrong,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It can't be told apart: no known mistake explains the signature, or the check ended before.</summary>
    Unknown,
}
