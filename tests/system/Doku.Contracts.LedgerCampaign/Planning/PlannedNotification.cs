using Doku.Contracts.Crash.Host;
using Doku.Contracts.LedgerCampaign.Sending;

namespace Doku.Contracts.LedgerCampaign.Planning;

/// <summary>A notification of the campaign.</summary>
/// <param name="Report">What is sent.</param>
/// <param name="Path">To which endpoint.</param>
/// <param name="Trick">What its handler does wrong.</param>
/// <param name="IsMeantToDie">Whether no effect may come of it.</param>
internal sealed record PlannedNotification(
    Report Report,
    string Path,
    Trick Trick,
    bool IsMeantToDie
);
