using System.Text;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Fuzz.Wire;

/// <summary>
/// A request as text, so that inputs can be read and changed with any editor: a line <c>POST /path</c>, header lines, an
/// empty line, the body. Lines end with a line feed. <c>Signature: *</c> stands for the right signature over all
/// the rest, so that a changed input can reach what comes behind the verifier.
/// </summary>
internal sealed record WireRequest
{
    private const string SignIt = "*";

    internal string Method { get; init; } = "POST";

    internal string Target { get; init; } = Merchant.Path;

    internal required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    internal required byte[] Body { get; init; }

    /// <summary>Whether the signature was made by <see cref="Parse"/>.</summary>
    internal bool IsSignedHere { get; private init; }

    /// <summary>The path of a target, without its query.</summary>
    internal string SignedTarget =>
        Target.StartsWith('/') ? Target.Split('?', 2)[0] : Merchant.Path;

    /// <summary>The value of a header that came exactly once.</summary>
    internal string? One(string name)
    {
        string? found = null;
        foreach (var (each, value) in Headers)
        {
            if (each.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    return null;
                }

                found = value;
            }
        }

        return found;
    }

    internal bool Has(string name) =>
        Headers.Any(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The signature that DOKU would make of it; null when a signed header doesn't come once.</summary>
    internal string? RightSignature() =>
        One("Client-Id") is { } client
        && One("Request-Id") is { } request
        && One("Request-Timestamp") is { } stamp
            ? Signer.Sign(
                Merchant.Secret,
                "Request-Timestamp",
                client,
                request,
                stamp,
                SignedTarget,
                Body
            )
            : null;

    /// <summary>The text that <see cref="Parse"/> reads, for a failure's words.</summary>
    public override string ToString() =>
        $"{Method} {Target}\n"
        + string.Concat(Headers.Select(header => $"{header.Name}: {header.Value}\n"))
        + $"\n{Encoding.Latin1.GetString(Body)}";

    /// <summary>Reads any bytes: what isn't such a text is taken as near to one as it comes.</summary>
    internal static WireRequest Parse(byte[] input)
    {
        var headers = new List<(string, string)>();
        var rest = input.AsSpan();
        var first = NextLine(ref rest).Split(' ', 2);
        while (rest.Length > 0 && NextLine(ref rest) is { Length: > 0 } line)
        {
            var parts = line.Split(':', 2);
            // No server hands on a header without a name.
            if (parts[0].Length > 0)
            {
                headers.Add((parts[0], parts.Length > 1 ? Unspaced(parts[1]) : ""));
            }
        }

        var request = new WireRequest
        {
            Method = first[0],
            Target = first.Length > 1 ? first[1] : "",
            Headers = headers,
            Body = rest.ToArray(),
        };
        return request.One("Signature") == SignIt && request.RightSignature() is { } signature
            ? request with
            {
                IsSignedHere = true,
                Headers =
                [
                    .. headers.Select(header =>
                        header.Item1.Equals("Signature", StringComparison.OrdinalIgnoreCase)
                            ? (header.Item1, signature)
                            : header
                    ),
                ],
            }
            : request;
    }

    // A server takes off the blanks around a value.
    private static string Unspaced(string value) => value.Trim(' ', '\t');

    private static string NextLine(ref Span<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]);
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line;
    }
}
