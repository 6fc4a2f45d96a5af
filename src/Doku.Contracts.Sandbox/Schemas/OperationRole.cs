namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>What an operation does to an order, as its schemas and its name tell.</summary>
internal enum OperationRole
{
    /// <summary>Answered from the schemas alone.</summary>
    Other,

    /// <summary>Takes an invoice number and answers with the address of a payment page.</summary>
    CreatesOrder,

    /// <summary>Asks about what its path names.</summary>
    Reads,

    /// <summary>Ends an unpaid order.</summary>
    Cancels,

    /// <summary>Gives the money of a paid order back.</summary>
    Refunds,
}
