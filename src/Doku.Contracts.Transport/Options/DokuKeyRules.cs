using System.Globalization;

namespace Doku.Contracts.Transport;

/// <summary>What secret keys must be.</summary>
internal static class DokuKeyRules
{
    private static readonly string[] SandboxWords = ["sandbox", "sbx"];
    private static readonly string[] ProductionWords = ["production", "prod", "live"];

    internal static void Check(DokuOptions options, DateTimeOffset now, List<string> failures)
    {
        if (options.SecretKey is null && options.Keys.Count == 0)
        {
            failures.Add("a secret key is missing: set SecretKey, or Keys for several.");
        }

        if (options.SecretKey is not null && options.Keys.Count > 0)
        {
            failures.Add("set either SecretKey or Keys, not both.");
        }

        if (options.SecretKey is { } single)
        {
            CheckSecret("SecretKey", single, failures);
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var areRangesRight = true;
        foreach (var key in options.Keys)
        {
            if (!ids.Add(key.Id))
            {
                failures.Add($"two keys have the Id '{key.Id}'.");
            }

            if (key.NotBefore >= key.NotAfter)
            {
                areRangesRight = false;
                failures.Add(
                    $"key '{key.Id}' ends before it begins: NotAfter must be later than NotBefore."
                );
            }

            CheckSecret($"the Secret of key '{key.Id}'", key.Secret, failures);
        }

        if (options.Keys.Count > 0 && areRangesRight)
        {
            CheckTimes(options.Keys, now, failures);
        }
    }

    /// <summary>
    /// Catches a sandbox's key on the production host and the reverse, where the keys are named for it. DOKU's keys and
    /// ids carry no mark of their environment, so a key's own text tells nothing.
    /// </summary>
    internal static void CheckNames(DokuOptions options, List<string> failures)
    {
        var host = options.Host.Host;
        var isSandbox = host.Contains("sandbox", StringComparison.OrdinalIgnoreCase);
        var isProduction = host.Equals("api.doku.com", StringComparison.OrdinalIgnoreCase);
        foreach (var key in options.Keys)
        {
            if (isProduction && HasWord(key.Id, SandboxWords))
            {
                failures.Add(
                    $"key '{key.Id}' is named after the sandbox, but calls go to production."
                );
            }

            if (isSandbox && HasWord(key.Id, ProductionWords))
            {
                failures.Add(
                    $"key '{key.Id}' is named after production, but calls go to the sandbox."
                );
            }
        }
    }

    // A secret pasted with a space or line break at its end signs everything wrongly, and nobody sees why.
    private static void CheckSecret(string what, string secret, List<string> failures)
    {
        if (BlankText.IsBlank(secret))
        {
            failures.Add($"{what} is empty.");
        }
        else if (
            BlankText.IsBlank(secret[0])
            || BlankText.IsBlank(secret[^1])
            || secret.Any(char.IsControl)
        )
        {
            failures.Add($"{what} begins or ends with white space, or has a control character.");
        }
    }

    private static void CheckTimes(
        IEnumerable<DokuKey> keys,
        DateTimeOffset now,
        List<string> failures
    )
    {
        if (keys.Any(key => key.IsValidAt(now)))
        {
            return;
        }

        // A key that neither counts nor has ended has yet to begin.
        var next = keys.Where(key => key.NotBefore > now).MinBy(key => key.NotBefore);
        if (next is not null)
        {
            failures.Add(
                $"no key counts now: the next, '{next.Id}', begins at {Stamp(next.NotBefore)}."
            );
            return;
        }

        var last = keys.MaxBy(key => key.NotAfter)!;
        failures.Add($"every key has ended: the last, '{last.Id}', at {Stamp(last.NotAfter)}.");
    }

    private static string Stamp(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
        ?? "";

    private static bool HasWord(string id, string[] words)
    {
        var start = 0;
        for (var i = 0; i <= id.Length; i++)
        {
            if (i < id.Length && char.IsAsciiLetter(id[i]))
            {
                continue;
            }

            if (words.Contains(id[start..i], StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }

            start = i + 1;
        }

        return false;
    }
}
