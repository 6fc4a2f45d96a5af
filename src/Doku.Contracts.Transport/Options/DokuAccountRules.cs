using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport;

/// <summary>The rules that span several options. No message quotes a secret.</summary>
internal sealed class DokuAccountRules : IValidateOptions<DokuOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, DokuOptions options)
    {
        var failures = new List<string>();
        CheckKeys(options, failures);
        CheckHost(options, failures);
        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
        {
            failures.Add("Timeout must be from one second to ten minutes.");
        }

        if (failures.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var merchant = string.IsNullOrEmpty(name) ? "DOKU" : $"DOKU merchant '{name}'";
        return ValidateOptionsResult.Fail(failures.ConvertAll(failure => $"{merchant}: {failure}"));
    }

    private static void CheckKeys(DokuOptions options, List<string> failures)
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
        foreach (var key in options.Keys)
        {
            if (!ids.Add(key.Id))
            {
                failures.Add($"two keys have the Id '{key.Id}'.");
            }

            if (key.NotBefore >= key.NotAfter)
            {
                failures.Add($"key '{key.Id}' ends before it begins.");
            }

            CheckSecret($"the Secret of key '{key.Id}'", key.Secret, failures);
        }
    }

    // A secret pasted with a space or line break at its end signs everything wrongly, and nobody sees why.
    private static void CheckSecret(string what, string secret, List<string> failures)
    {
        if (secret.Length == 0)
        {
            failures.Add($"{what} is empty.");
        }
        else if (
            char.IsWhiteSpace(secret[0])
            || char.IsWhiteSpace(secret[^1])
            || secret.Any(char.IsControl)
        )
        {
            failures.Add($"{what} begins or ends with white space, or has a control character.");
        }
    }

    private static void CheckHost(DokuOptions options, List<string> failures)
    {
        if (options.Environment is { } environment && !Enum.IsDefined(environment))
        {
            failures.Add("Environment must be Sandbox or Production.");
        }

        if (options.BaseAddress is not { } address)
        {
            if (options.Environment is null)
            {
                failures.Add(
                    "set Environment to Sandbox or Production, or BaseAddress for another host."
                );
            }

            return;
        }

        if (options.Environment is not null)
        {
            failures.Add("set either Environment or BaseAddress, not both.");
        }

        if (
            !address.IsAbsoluteUri
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
        )
        {
            failures.Add("BaseAddress must be an absolute https address.");
            return;
        }

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            failures.Add("BaseAddress must be https; http is for loopback hosts only.");
        }

        if (
            address.PathAndQuery != "/"
            || address.Fragment.Length > 0
            || address.UserInfo.Length > 0
        )
        {
            failures.Add("BaseAddress must be scheme, host and port only.");
        }
    }
}
