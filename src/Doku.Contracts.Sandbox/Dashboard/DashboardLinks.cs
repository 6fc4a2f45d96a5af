using System.Globalization;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>Addresses of the dashboard's pages.</summary>
internal static class DashboardLinks
{
    internal const string Home = "/dashboard";
    internal const string Act = "/dashboard/act";
    internal const string Live = "/dashboard/live";

    // Invoice numbers may hold slashes and percent signs, so they go into the query and not into the path.
    internal static string Of(SandboxOrder order) =>
        $"/dashboard/order?merchant={Uri.EscapeDataString(order.ClientId)}&invoice={Uri.EscapeDataString(order.InvoiceNumber)}";

    internal static string Of(SandboxExchange exchange) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/dashboard/exchange?number={exchange.Sequence}"
        );

    internal static string Of(SandboxNotification notification) =>
        $"/dashboard/notification?id={Uri.EscapeDataString(notification.RequestId)}";

    /// <summary>An address of the dashboard that a form named, or the first page: no form may lead elsewhere.</summary>
    internal static string Back(string? address) =>
        address is not null
        && (address == Home || address.StartsWith(Home + "/", StringComparison.Ordinal))
        && !address.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? address
            : Home;
}
