using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>What a signer may have signed, right or wrong. Put together apart from the lines that count.</summary>
internal sealed record SigningAttempt
{
    internal required string ClientId { get; init; }

    internal required string RequestId { get; init; }

    internal required string Timestamp { get; init; }

    internal required string Target { get; init; }

    /// <summary>The value of the digest's line; null without one.</summary>
    internal required string? Digest { get; init; }

    internal required bool IsResponse { get; init; }

    internal string NameEnd { get; init; } = ":";

    internal string LineEnd { get; init; } = "\n";

    internal bool HasLastLineEnd { get; init; }

    internal bool HasLowerCaseNames { get; init; }

    internal bool HasSortedNames { get; init; }

    /// <summary>Makes another secret of the key's; null, or a null result, leaves the key as it is.</summary>
    internal Func<string, byte[]?>? Rekey { get; init; }

    internal byte[] Lines()
    {
        List<(string Name, string Value)> lines =
        [
            (DokuHeaders.ClientId, ClientId),
            (DokuHeaders.RequestId, RequestId),
            (IsResponse ? DokuHeaders.ResponseTimestamp : DokuHeaders.RequestTimestamp, Timestamp),
            ("Request-Target", Target),
        ];
        if (Digest is not null)
        {
            lines.Add(("Digest", Digest));
        }

        if (HasSortedNames)
        {
            lines.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        }

        var text = string.Join(
            LineEnd,
            lines.Select(line => NameOf(line.Name) + NameEnd + line.Value)
        );
        return Encoding.UTF8.GetBytes(HasLastLineEnd ? text + LineEnd : text);
    }

    private string NameOf(string name) => HasLowerCaseNames ? name.ToLowerInvariant() : name;

    /// <summary>Nothing: it may hold personal data.</summary>
    public override string ToString() => nameof(SigningAttempt);
}
