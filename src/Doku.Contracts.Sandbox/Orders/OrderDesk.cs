using System.Text.Json;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Schemas;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Orders;

/// <summary>Takes orders and answers questions about them; the caller is known by then.</summary>
internal sealed class OrderDesk(
    SandboxOrderCollection orders,
    SchemaJudge judge,
    NotificationSender sender,
    TimeProvider timeProvider,
    Func<Uri> baseAddress
)
{
    // Two attempts with one Request-Id may arrive together: one makes the order, the other gets the replay.
    private readonly Lock _gate = new();

    internal ApiAnswer Generate(SandboxOperation operation, string requestId, byte[] body)
    {
        lock (_gate)
        {
            if (orders.FindByRequest(requestId) is { } earlier)
            {
                return Replay(earlier, operation, body);
            }

            // A refused body leaves its Request-Id free: no order stands behind it that a replay could mean.
            var violations = judge.Judge(operation.RequestSchema!, body);
            if (violations.Count > 0)
            {
                return ApiAnswer.Messages(
                    StatusCodes.Status400BadRequest,
                    violations.Select(violation => violation.ToString())
                );
            }
            return Accept(operation, requestId, body);
        }
    }

    internal ApiAnswer CheckStatus(string reference) =>
        (orders.Find(reference) ?? orders.FindByRequest(reference)) is { } order
            ? new ApiAnswer(StatusCodes.Status200OK, order.StatusBody())
            : ApiAnswer.Error(
                StatusCodes.Status404NotFound,
                "order_not_found",
                "there is no such order"
            );

    private static ApiAnswer Replay(
        SandboxOrder earlier,
        SandboxOperation operation,
        byte[] body
    ) =>
        earlier.Operation == operation && earlier.RequestBody.AsSpan().SequenceEqual(body)
            ? new ApiAnswer(StatusCodes.Status409Conflict, earlier.AcceptedBody)
            : ApiAnswer.Error(
                StatusCodes.Status409Conflict,
                "idempotency_conflict",
                "this Request-Id came before with another body"
            );

    private ApiAnswer Accept(SandboxOperation operation, string requestId, byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var invoice = Json.FindText(document.RootElement, "order", "invoice_number");
        if (invoice is not null && orders.Find(invoice) is not null)
        {
            return ApiAnswer.Message(
                StatusCodes.Status400BadRequest,
                "invoice number is already used"
            );
        }

        var order = new SandboxOrder(
            operation,
            requestId,
            body,
            document.RootElement,
            baseAddress(),
            sender,
            timeProvider
        );
        orders.Add(order);
        return new ApiAnswer(StatusCodes.Status200OK, order.AcceptedBody);
    }
}
