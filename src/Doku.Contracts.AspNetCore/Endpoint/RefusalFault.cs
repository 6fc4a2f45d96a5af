using Doku.Contracts.Transport;

namespace Doku.Contracts.AspNetCore;

/// <summary>Why a notification is refused, in the words of logs and metrics. The sender never learns any of it.</summary>
internal static class RefusalFault
{
    internal const string TooLarge = "too_large";
    internal const string TooSlow = "too_slow";
    internal const string BrokenOff = "broken_off";
    internal const string ContentType = "content_type";
    internal const string ContentEncoding = "content_encoding";

    internal static string Of(SignatureFault fault) =>
        fault switch
        {
            SignatureFault.NoKey => "no_key",
            SignatureFault.HeaderMalformed => "header_malformed",
            SignatureFault.SignatureMalformed => "signature_malformed",
            SignatureFault.OtherExchange => "other_merchant",
            SignatureFault.NotFresh => "not_fresh",
            _ => "mismatch",
        };
}
