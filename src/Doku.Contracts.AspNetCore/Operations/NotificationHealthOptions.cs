namespace Doku.Contracts.AspNetCore;

/// <summary>When the notification health check is worried.</summary>
public sealed class NotificationHealthOptions
{
    /// <summary>
    /// The merchants whose keys are checked, by the names given to <c>AddDoku</c>. Left empty: those of the endpoints.
    /// </summary>
    public IList<string> Merchants { get; } = [];

    /// <summary>How long before the last key ends the check says so. Seven days by default.</summary>
    public TimeSpan KeyWarning { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long the oldest notification may wait. 15 minutes by default.</summary>
    public TimeSpan MaxBacklogAge { get; set; } = TimeSpan.FromMinutes(15);
}
