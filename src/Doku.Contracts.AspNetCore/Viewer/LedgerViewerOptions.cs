namespace Doku.Contracts.AspNetCore;

/// <summary>How the ledger viewer works.</summary>
public sealed class LedgerViewerOptions
{
    /// <summary>
    /// Whether the viewer may be reached by anybody who reaches the program: without authorization on its endpoints, or
    /// with anonymous access allowed. False by default; then such a viewer answers 403 outside of Development and stops
    /// the program's start.
    /// </summary>
    public bool AllowsAnonymous { get; set; }

    /// <summary>
    /// How long a notification may wait or be worked on before it is listed as stuck. 15 minutes by default; not negative.
    /// </summary>
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many dead letters and stuck notifications a page lists at most. 50 by default; from 1 to 1000.</summary>
    public int PageSize { get; set; } = 50;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal void Check()
    {
        if (StuckAfter < TimeSpan.Zero)
        {
            throw new ArgumentException("StuckAfter must not be negative.");
        }

        if (PageSize is < 1 or > 1000)
        {
            throw new ArgumentException("PageSize must be from 1 to 1000.");
        }
    }
}
