namespace Doku.Contracts.AspNetCore;

/// <summary>The ledger's tables are missing, or of another version than this library's.</summary>
public sealed class LedgerSchemaException : Exception
{
    internal LedgerSchemaException(string message)
        : base(message) { }
}
