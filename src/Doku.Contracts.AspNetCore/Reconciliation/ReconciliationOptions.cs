namespace Doku.Contracts.AspNetCore;

/// <summary>When and how often DOKU is asked about pending orders. Checked when the program starts.</summary>
public sealed class ReconciliationOptions
{
    /// <summary>
    /// How long an order is pending before DOKU is asked about it for the first time. Ten minutes by default; from one
    /// minute, before which DOKU knows of no status, to one day.
    /// </summary>
    public TimeSpan PendingFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The longest time between two questions about one order. An order that has been pending for some time is asked about
    /// again after as long a time once more, so each delay doubles, up to this one. Six hours by default; from
    /// <see cref="PendingFor"/> to seven days.
    /// </summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(6);

    /// <summary>
    /// How long an order may be pending before it is given up: asked about a last time, logged as a warning and counted.
    /// Where no response can be had, twice as long. Seven days by default; above <see cref="PendingFor"/>, at most 365
    /// days.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How many requests are made a minute at most, evenly spaced and one at a time: for all processes together where they
    /// share a ledger, else for each. 30 by default; from 1 to 600.
    /// </summary>
    public int RequestsPerMinute { get; set; } = 30;

    /// <summary>
    /// The time between two rounds through the pending orders. After a request that DOKU didn't answer, each round waits
    /// twice as long as the one before, up to 15 minutes. One minute by default; from one second to one hour.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The name of the notification endpoint whose handler gets the responses; see
    /// <see cref="DokuNotificationOptions.Name"/>. Null, the default, takes the merchant's only endpoint.
    /// </summary>
    public string? Endpoint { get; set; }
}
