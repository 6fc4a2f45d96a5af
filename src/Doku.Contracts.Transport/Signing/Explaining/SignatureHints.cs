using System.Diagnostics;

namespace Doku.Contracts.Transport;

/// <summary>
/// What a receiver knows besides the message, so that <see cref="DokuSignature.Explain"/> can try more. All optional.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SignatureHints
{
    /// <summary>The message as it should have been: the receiver's own path, the client id of its account.</summary>
    public SignedMessage? Expected { get; init; }

    /// <summary>
    /// The absolute address that was called as its caller wrote it, with host, any prefix that a proxy takes off, and
    /// query string.
    /// </summary>
    public Uri? Address { get; init; }

    /// <summary>Another time stamp that came along, such as a <c>Date</c> header.</summary>
    public string? OtherTimestamp { get; init; }

    /// <summary>Which hints there are, without what they say.</summary>
    public override string ToString() =>
        $"hints: expected {Expected.HasValue}, address {Address is not null}, time stamp {OtherTimestamp is not null}";
}
