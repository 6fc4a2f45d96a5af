using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>
/// Asks DOKU how an order stands. <c>AddDoku</c> registers one for each merchant; a named merchant's is keyed by the name.
/// </summary>
public interface IOrderStatusCheck
{
    /// <summary>Asks for one order, from 60 seconds after its payment. Safe to repeat: asking changes nothing.</summary>
    /// <param name="invoiceNumber">The order.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Accepted: what DOKU says, by a verified response. Refused: DOKU won't say; with status 404, it has no such order.
    /// Unknown: no response came that can be trusted.
    /// </returns>
    /// <exception cref="ContractException">The invoice number can't be asked for.</exception>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    Task<ContractOutcome<OrderReport>> CheckAsync(
        string invoiceNumber,
        CancellationToken cancellationToken
    );
}
