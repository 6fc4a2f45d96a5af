using System.Diagnostics.CodeAnalysis;

namespace Doku.Contracts.Transport;

/// <summary>Why a signature doesn't hold.</summary>
public enum SignatureFault
{
    /// <summary>It holds.</summary>
    None = 0,

    /// <summary>No secret key counts at the moment.</summary>
    NoKey = 1,

    /// <summary>A signed header is missing, came twice, or has a form that it can't have.</summary>
    HeaderMalformed = 2,

    /// <summary>The <c>Signature</c> header is missing, came twice, or isn't <c>HMACSHA256=</c> and 32 bytes in base64.</summary>
    SignatureMalformed = 3,

    /// <summary>A header belongs to another merchant or another call.</summary>
    OtherExchange = 4,

    /// <summary>The signature is well formed but isn't this message's.</summary>
    Mismatch = 5,

    /// <summary>The time stamp is outside what is accepted.</summary>
    NotFresh = 6,
}

/// <summary>Whether a signature holds.</summary>
/// <param name="Fault">Why it doesn't; <see cref="SignatureFault.None"/> when it does.</param>
/// <param name="KeyId">The <see cref="DokuKey.Id"/> of the key under which it holds.</param>
public readonly record struct SignatureVerdict(SignatureFault Fault, string? KeyId)
{
    /// <summary>Whether the signature holds. A verdict that nobody gave doesn't.</summary>
    [MemberNotNullWhen(true, nameof(KeyId))]
    public bool IsValid => Fault == SignatureFault.None && KeyId is not null;

    internal static SignatureVerdict Refused(SignatureFault fault) => new(fault, null);
}
