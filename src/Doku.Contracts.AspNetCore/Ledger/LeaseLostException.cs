namespace Doku.Contracts.AspNetCore;

/// <summary>
/// The lease was over and another process has taken the work: whatever is under way here must not be applied.
/// </summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>Says that the lease was lost.</summary>
    public LeaseLostException()
        : base("The lease on this notification is over, and somebody else works on it.") { }
}
