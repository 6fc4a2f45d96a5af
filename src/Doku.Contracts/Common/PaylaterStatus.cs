namespace Doku.Contracts.Common;

// What a schema can't say of a status: which ones are final, and which report may follow which.
public readonly partial struct PaylaterStatus
{
    /// <summary>
    /// Whether DOKU calls this status final: SUCCESS, EXPIRED and REFUNDED are; PENDING, FAILED, TIMEOUT, REDIRECT and
    /// any status that this contract doesn't know are not. (DOKU's page on checking a status.)
    /// </summary>
    public bool IsFinal => Rank > 0;

    /// <summary>Whether the customer has paid: SUCCESS.</summary>
    public bool IsPaid => this == Success;

    // Money weighs most: a payment that is reported after an expiry happened, and only a refund follows a payment.
    private int Rank =>
        Value switch
        {
            "REFUNDED" => 3,
            "SUCCESS" => 2,
            "EXPIRED" => 1,
            _ => 0,
        };

    /// <summary>
    /// The status that an order has after a report. Reports may come late, twice and out of order: a final status never
    /// gives way to one that isn't, so that a late FAILED doesn't make a paid order unpaid.
    /// </summary>
    /// <param name="reported">What a notification or a status check said.</param>
    /// <returns><paramref name="reported"/>, or this status where the report changes nothing.</returns>
    public PaylaterStatus After(PaylaterStatus reported) => reported.Rank >= Rank ? reported : this;
}
