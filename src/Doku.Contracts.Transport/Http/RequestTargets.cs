namespace Doku.Contracts.Transport;

/// <summary>Makes addresses whose path travels exactly as it was signed.</summary>
internal static class RequestTargets
{
    // The framework would resolve dots and undo escapes, and then another path would be called than was signed.
    private static readonly UriCreationOptions AsWritten = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    /// <summary>The address of a path on a host.</summary>
    /// <exception cref="ArgumentException">The path isn't one, or has <c>.</c> or <c>..</c> as a segment.</exception>
    internal static Uri Address(Uri host, string target)
    {
        if (!IsPath(target))
        {
            throw new ArgumentException(
                "A path must begin with one slash, be percent-encoded and have no '.' or '..' segment.",
                nameof(target)
            );
        }

        return new Uri(host.GetLeftPart(UriPartial.Authority) + target, AsWritten);
    }

    /// <summary>What of an address is signed.</summary>
    internal static string Signed(string target, bool includesQuery)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return includesQuery || query < 0 ? target : target[..query];
    }

    private static bool IsPath(string target)
    {
        if (
            !HeaderText.IsComponent(target)
            || target[0] != '/'
            || target.StartsWith("//", StringComparison.Ordinal)
            || target.AsSpan().ContainsAny("#\\\"<>")
        )
        {
            return false;
        }

        foreach (var segment in Signed(target, includesQuery: false).Split('/'))
        {
            var plain = segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
            if (plain is "." or "..")
            {
                return false;
            }
        }

        return true;
    }
}
