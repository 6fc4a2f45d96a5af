namespace Doku.Contracts.Sandbox.Tool;

/// <summary>The value of <c>--merchant</c>.</summary>
internal static class MerchantArgument
{
    /// <summary><c>NAME</c> or <c>NAME=CLIENT_ID:SECRET_KEY</c>.</summary>
    /// <exception cref="ArgumentException">It is neither; the message does not quote it, since it may hold a key.</exception>
    internal static SandboxMerchantOptions Parse(string text)
    {
        var name = text.Split('=', 2);
        if (name.Length == 1 && name[0].Length > 0)
        {
            return new SandboxMerchantOptions { Name = name[0] };
        }
        var credentials = name[^1].Split(':', 2);
        return name[0].Length > 0 && credentials is [{ Length: > 0 } id, { Length: > 0 } key]
            ? new SandboxMerchantOptions
            {
                Name = name[0],
                ClientId = id,
                SecretKey = key,
            }
            : throw new ArgumentException("--merchant takes NAME or NAME=CLIENT_ID:SECRET_KEY.");
    }
}
