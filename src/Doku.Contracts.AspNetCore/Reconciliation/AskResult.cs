namespace Doku.Contracts.AspNetCore;

/// <summary>What came of a question about an order.</summary>
internal enum AskResult
{
    /// <summary>DOKU told something new, and the ledger has it.</summary>
    Found,

    /// <summary>DOKU told nothing new.</summary>
    Unchanged,

    /// <summary>DOKU has no such order.</summary>
    NotFound,

    /// <summary>DOKU refused to tell of this order.</summary>
    Refused,

    /// <summary>No response could be had that can be trusted.</summary>
    NoResponse,

    /// <summary>The question couldn't be asked, or the response couldn't be handed over.</summary>
    Failed,
}
