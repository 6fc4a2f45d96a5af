namespace Doku.Contracts.Transport;

/// <summary>Where calls may go.</summary>
internal static class DokuHostRules
{
    /// <summary>Checks the options that name the host.</summary>
    /// <returns>Whether they name one.</returns>
    internal static bool Check(DokuOptions options, List<string> failures)
    {
        if (options.Environment is { } environment && !Enum.IsDefined(environment))
        {
            failures.Add("Environment must be Sandbox or Production.");
            return false;
        }

        if (options.BaseAddress is not { } address)
        {
            if (options.Environment is not null)
            {
                return true;
            }

            failures.Add(
                "set Environment to Sandbox or Production, or BaseAddress for another host."
            );
            return false;
        }

        if (options.Environment is not null)
        {
            failures.Add("set either Environment or BaseAddress, not both.");
        }

        return CheckAddress(address, failures);
    }

    private static bool CheckAddress(Uri address, List<string> failures)
    {
        if (
            !address.IsAbsoluteUri
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
        )
        {
            failures.Add("BaseAddress must be an absolute https address.");
            return false;
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

        return true;
    }
}
