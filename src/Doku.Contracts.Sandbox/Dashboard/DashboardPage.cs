using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>One page of the dashboard, which the frame goes round.</summary>
internal abstract class DashboardPage
{
    internal abstract string Title { get; }

    /// <summary>Its own address, to which its buttons lead back.</summary>
    internal abstract string Address { get; }

    internal abstract Markup Write();
}
