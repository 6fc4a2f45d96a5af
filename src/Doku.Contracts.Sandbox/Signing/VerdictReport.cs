using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Signing;

/// <summary>Writes a verdict down, component by component.</summary>
internal sealed class VerdictReport(IHeaderDictionary headers, string target, byte[]? signedBody)
{
    private static readonly string[] Names =
    [
        "Client-Id",
        "Request-Id",
        SandboxSigner.RequestTimestamp,
        "Request-Target",
        "Digest",
        "Secret key",
        "Signature",
    ];

    internal SignatureVerdict Accept(SignedRequest signed) =>
        Write(signed, null, [], SignatureComponentState.Correct);

    /// <summary>A header is missing or misspelt; nothing else was looked at.</summary>
    internal SignatureVerdict Refuse(string component, string reason) =>
        Write(null, reason, [(component, reason)], SignatureComponentState.Unknown);

    internal SignatureVerdict Stale(SignedRequest signed, TimeSpan off)
    {
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Abs(off.TotalSeconds):0} s {(off > TimeSpan.Zero ? "behind" : "ahead of")} the server's clock"
        );
        var rest =
            SignatureText.TryDecode(headers["Signature"].ToString(), out var claimed)
            && signed.Parts().Sign().AsSpan().SequenceEqual(claimed)
                ? SignatureComponentState.Correct
                : SignatureComponentState.Unknown;
        return Write(
            signed,
            "Request-Timestamp is too far from the server's clock",
            [(SandboxSigner.RequestTimestamp, note)],
            rest
        );
    }

    internal SignatureVerdict Malformed(SignedRequest signed, string signature)
    {
        const string reason =
            "exactly one Signature header of the form HMACSHA256=<base64 of 32 bytes> is needed";
        if (!SignatureText.TryGuess(signature, out var claimed, out var note))
        {
            return Write(signed, reason, [("Signature", reason)], SignatureComponentState.Unknown);
        }
        var mistakes = SignatureDiagnosis.Find(signed, claimed);
        var isOnlySpelling = signed.Parts().Sign().AsSpan().SequenceEqual(claimed);
        return Write(
            signed,
            reason,
            [("Signature", note), .. mistakes.Select(one => (one.Component, one.Note))],
            isOnlySpelling || mistakes.Count > 0
                ? SignatureComponentState.Correct
                : SignatureComponentState.Unknown
        );
    }

    internal SignatureVerdict Mismatch(SignedRequest signed, byte[] claimed)
    {
        var mistakes = SignatureDiagnosis.Find(signed, claimed);
        return Write(
            signed,
            "Signature does not match the request",
            [.. mistakes.Select(one => (one.Component, one.Note))],
            mistakes.Count > 0 ? SignatureComponentState.Correct : SignatureComponentState.Unknown
        );
    }

    private SignatureVerdict Write(
        SignedRequest? signed,
        string? reason,
        IReadOnlyList<(string Component, string Note)> wrong,
        SignatureComponentState rest
    ) =>
        new()
        {
            Reason = reason,
            Merchant = signed?.Merchant,
            RequestId = signed?.RequestId ?? "",
            StringToSign = signed?.Parts().Lines(),
            Components = Names.Select(name => Describe(name, wrong, rest)).ToList(),
        };

    private SignatureComponent Describe(
        string name,
        IReadOnlyList<(string Component, string Note)> wrong,
        SignatureComponentState rest
    )
    {
        var notes = wrong.Where(one => one.Component == name).Select(one => one.Note).ToList();
        var value = ValueOf(name);
        return new SignatureComponent
        {
            Name = name,
            Value = value,
            Note = notes.Count == 0 ? null : string.Join("; ", notes),
            State =
                notes.Count == 0 ? rest
                : value is { Length: 0 } ? SignatureComponentState.Missing
                : SignatureComponentState.Wrong,
        };
    }

    private string? ValueOf(string name) =>
        name switch
        {
            "Request-Target" => target,
            "Digest" => signedBody is null ? null : SandboxSigner.Digest(signedBody),
            "Secret key" => null,
            _ => headers[name].ToString(),
        };
}
