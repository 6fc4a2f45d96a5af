namespace Doku.Contracts.Conformance.Running;

/// <summary>What strict reading says of a value.</summary>
internal enum Verdict
{
    /// <summary>Nothing: it threw.</summary>
    None,
    Valid,
    Invalid,
}

/// <summary>What generated code makes of a value.</summary>
/// <param name="Verdict">What strict reading says.</param>
/// <param name="Words">The errors, or the exception.</param>
/// <param name="Loss">How what was read as valid fails to be valid in memory, or when it is written and read again.</param>
internal sealed record Reading(Verdict Verdict, string Words = "", string? Loss = null);
