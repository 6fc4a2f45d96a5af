using System.Buffers;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>Asks by the client's own operation.</summary>
internal sealed class OrderStatusCheck(IKredivoClient client) : IOrderStatusCheck
{
    public async Task<ContractOutcome<OrderReport>> CheckAsync(
        string invoiceNumber,
        CancellationToken cancellationToken
    )
    {
        var outcome = await client
            .CheckStatusAsync(invoiceNumber, cancellationToken)
            .ConfigureAwait(false);
        return outcome.Match<ContractOutcome<OrderReport>>(
            accepted =>
                IsOfAnother(accepted.Value, invoiceNumber)
                    ? new OutcomeUnknown<OrderReport>(
                        accepted.RequestId,
                        UnknownReason.AnotherOrder
                    )
                    : new Accepted<OrderReport>(
                        accepted.RequestId,
                        Report(accepted.Value, invoiceNumber),
                        accepted.IsReplay
                    ),
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

    private static bool IsOfAnother(OrderStatusResponse response, string invoiceNumber) =>
        (response.Order?.InvoiceNumber ?? invoiceNumber) != invoiceNumber;

    private static OrderReport Report(OrderStatusResponse response, string invoiceNumber)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // The path is signed, so the order is known where the response doesn't repeat its number.
        var order = (response.Order ?? new()) with
        {
            InvoiceNumber = invoiceNumber,
        };
        var whole = response with { Order = order };
        if (AsNotification(whole) is { } notification)
        {
            notification.Write(buffer);
        }
        else
        {
            whole.Write(buffer);
        }

        return new OrderReport(response.Transaction?.Status, buffer.WrittenMemory);
    }

    // Any member of the response may be missing, and nothing is made up.
    private static PaylaterNotification? AsNotification(OrderStatusResponse response) =>
        response
            is {
                Order: { InvoiceNumber: { } invoice } order,
                Transaction: { Status: { } status } transaction,
            }
            ? new PaylaterNotification
            {
                Service = response.Service,
                Acquirer = response.Acquirer,
                Channel = response.Channel,
                Order = new NotificationOrder { InvoiceNumber = invoice, Amount = order.Amount },
                Transaction = new NotificationTransaction
                {
                    Status = status,
                    Date = transaction.Date,
                    OriginalRequestId = transaction.OriginalRequestId,
                },
                PeerToPeerInfo = response.PeerToPeerInfo,
                Payment = response.Payment is { } payment
                    ? new NotificationPayment
                    {
                        MerchantUniqueReference = payment.MerchantUniqueReference,
                    }
                    : null,
            }
            : null;
}
