using System.Text.Json;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>Asks by the operation that a contract names.</summary>
internal sealed class OrderStatusCheck<TClient, TReport>(
    TClient client,
    ContractStatusCheck<TClient, TReport> check
) : IOrderStatusCheck
    where TClient : class
    where TReport : class, IContract<TReport>
{
    public async Task<ContractOutcome<OrderReport>> CheckAsync(
        string invoiceNumber,
        CancellationToken cancellationToken
    )
    {
        var outcome = await check
            .Ask(client, invoiceNumber, cancellationToken)
            .ConfigureAwait(false);
        return outcome.Match(
            accepted => Report(accepted, invoiceNumber),
            refused => new Refused<OrderReport>(refused.RequestId, refused.Refusal),
            unknown => new OutcomeUnknown<OrderReport>(
                unknown.RequestId,
                unknown.Reason,
                unknown.Cause
            )
            {
                Refusal = unknown.Refusal,
                StatusFrom = unknown.StatusFrom,
            }
        );
    }

    private ContractOutcome<OrderReport> Report(Accepted<TReport> accepted, string invoiceNumber)
    {
        var body = OrderReports.Write(accepted.Value);
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var said = OrderReports.Find(check.Operation, root, ContractRoles.OrderNumber);
        return (said ?? invoiceNumber) != invoiceNumber
            ? new OutcomeUnknown<OrderReport>(accepted.RequestId, UnknownReason.AnotherOrder)
            : new Accepted<OrderReport>(
                accepted.RequestId,
                OrderReports.Report(
                    check.Operation,
                    body,
                    OrderReports.Status(check.Operation, root, check.ReadStatus),
                    invoiceNumber
                ),
                accepted.IsReplay
            );
    }
}
