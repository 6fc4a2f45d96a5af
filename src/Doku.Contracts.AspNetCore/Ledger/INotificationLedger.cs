namespace Doku.Contracts.AspNetCore;

/// <summary>Remembers which notifications took effect, so that each does once however often DOKU sends it.</summary>
public interface INotificationLedger
{
    /// <summary>
    /// Claims a notification. Must be atomic: of several calls at once for one key, in however many processes share the
    /// ledger, exactly one gets <see cref="LedgerEntryState.Begun"/>.
    /// </summary>
    ValueTask<LedgerEntryState> TryBeginAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    );

    /// <summary>Notes that a claimed notification took effect.</summary>
    ValueTask CompleteAsync(NotificationKey key, CancellationToken cancellationToken);

    /// <summary>Gives a claim back: the work failed, and is to begin anew when DOKU sends again.</summary>
    ValueTask AbandonAsync(NotificationKey key, CancellationToken cancellationToken);
}
