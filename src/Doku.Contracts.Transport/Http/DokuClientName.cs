namespace Doku.Contracts.Transport;

/// <summary>The names of DOKU's clients at the HTTP client factory.</summary>
internal static class DokuClientName
{
    private const string Default = "Doku.Contracts";
    private const string Prefix = Default + ":";

    internal static string Of(string merchant) =>
        merchant.Length == 0 ? Default : Prefix + merchant;

    internal static bool IsDoku(string? clientName) =>
        clientName is not null
        && (clientName == Default || clientName.StartsWith(Prefix, StringComparison.Ordinal));
}
