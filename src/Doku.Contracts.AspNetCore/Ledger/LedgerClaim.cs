using System.Diagnostics.CodeAnalysis;

namespace Doku.Contracts.AspNetCore;

/// <summary>What the ledger says to a claim. A claim that nobody answered is in progress: it begins nothing.</summary>
public readonly record struct LedgerClaim
{
    private LedgerClaim(LedgerEntryState state, NotificationLease? lease)
    {
        State = state;
        Lease = lease;
    }

    /// <summary>Somebody is working on it at this moment, and whether that will succeed isn't known.</summary>
    public static LedgerClaim InProgress => default;

    /// <summary>It has taken effect.</summary>
    public static LedgerClaim AlreadyDone => new(LedgerEntryState.AlreadyDone, null);

    /// <summary>How the notification stands.</summary>
    public LedgerEntryState State { get; }

    /// <summary>The caller's lease, where the work is his.</summary>
    public NotificationLease? Lease { get; }

    /// <summary>Whether the caller is to begin.</summary>
    [MemberNotNullWhen(true, nameof(Lease))]
    public bool IsBegun => Lease is not null;

    /// <summary>The work is the caller's.</summary>
    public static LedgerClaim Begun(NotificationLease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return new LedgerClaim(LedgerEntryState.Begun, lease);
    }
}
