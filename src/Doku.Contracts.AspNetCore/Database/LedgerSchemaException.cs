namespace Doku.Contracts.AspNetCore;

/// <summary>
/// The ledger's tables are missing, or of a version that this library can't work with. The message says which, and which
/// script to run.
/// </summary>
public sealed class LedgerSchemaException : Exception
{
    internal LedgerSchemaException(string message)
        : base(message) { }
}
