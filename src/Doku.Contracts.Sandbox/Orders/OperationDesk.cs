using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Doku.Contracts.Sandbox.Answers;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Notifications;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Store;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Orders;

/// <summary>Carries out the operations of every contract; the caller is known by then.</summary>
internal sealed class OperationDesk(
    SandboxContext context,
    SandboxOrderCollection orders,
    NotificationDesk notifications,
    ReplyLedger replies
)
{
    // Two attempts with one Request-Id may arrive together: one makes the order, the other gets the replay.
    private readonly Lock _gate = new();

    internal ApiAnswer Handle(OperationCall call)
    {
        var changes = call.Operation.Method != "GET";
        if (changes && FindReply(call) is { } earlier)
        {
            return Replay(earlier, call);
        }

        // A refused body leaves its Request-Id free: no order stands behind it that a replay could mean.
        if (call.Operation.RequestSchema is { } schema)
        {
            var violations = context.Schemas.Judge(schema, call.Body);
            if (violations.Count > 0)
            {
                return ApiAnswer.Messages(
                    StatusCodes.Status400BadRequest,
                    violations.Select(violation => violation.ToString())
                );
            }
        }

        try
        {
            lock (_gate)
            {
                return changes ? Change(call) : Read(call);
            }
        }
        catch (UnanswerableException fault)
        {
            return ApiAnswer.Error(
                StatusCodes.Status500InternalServerError,
                "sandbox_has_no_answer",
                fault.Message
            );
        }
    }

    private StoredReply? FindReply(OperationCall call)
    {
        lock (_gate)
        {
            return replies.Find(call.Merchant.ClientId, call.RequestId);
        }
    }

    private static ApiAnswer Replay(StoredReply earlier, OperationCall call) =>
        earlier.Operation == call.Operation.FullName
        && earlier.RequestBody.AsSpan().SequenceEqual(call.Body)
            ? new ApiAnswer(StatusCodes.Status409Conflict, earlier.Answer)
            : ApiAnswer.Error(
                StatusCodes.Status409Conflict,
                "idempotency_conflict",
                "this Request-Id came before with another body"
            );

    private ApiAnswer Change(OperationCall call)
    {
        if (replies.Find(call.Merchant.ClientId, call.RequestId) is { } earlier)
        {
            return Replay(earlier, call);
        }

        using var document = call.Body.Length == 0 ? null : JsonDocument.Parse(call.Body);
        var root = document?.RootElement ?? default;
        var invoice = Json.FindText(root, "order", "invoice_number");
        var order = invoice is null ? null : orders.Find(invoice, call.Merchant.ClientId);
        var answer = call.Operation.Role switch
        {
            OperationRole.CreatesOrder => Create(call, order, invoice!),
            OperationRole.Cancels => ChangeOrder(call, order, OrderChange.CancelByCall, root),
            OperationRole.Refunds => ChangeOrder(call, order, OrderChange.RefundByCall, root),
            _ => Ok(call, [.. Facts(order), new EchoFacts(call.Parameters, root)]),
        };
        if (answer.Status == StatusCodes.Status200OK)
        {
            replies.Add(
                new StoredReply(
                    call.Merchant.ClientId,
                    call.RequestId,
                    call.Operation.FullName,
                    call.Body,
                    answer.Body
                )
            );
        }
        return answer;
    }

    private ApiAnswer Create(OperationCall call, SandboxOrder? existing, string invoice)
    {
        if (existing is not null)
        {
            return ApiAnswer.Message(
                StatusCodes.Status400BadRequest,
                "invoice number is already used"
            );
        }

        var now = context.Now;
        var order = new SandboxOrder(
            context,
            notifications,
            call.Merchant,
            call.Operation,
            new StoredOrder(
                call.Merchant.ClientId,
                invoice,
                call.Operation.FullName,
                call.RequestId,
                call.Body,
                Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
                now,
                SandboxOrderStatus.Pending,
                now
            )
        );
        var answer = Ok(call, order.Facts());
        orders.Add(order);
        order.Open();
        return answer;
    }

    private ApiAnswer ChangeOrder(
        OperationCall call,
        SandboxOrder? order,
        OrderChange change,
        JsonElement body
    )
    {
        if (order is null)
        {
            return ApiAnswer.UnknownOrder;
        }
        if (order.TryChange(change, out var notification) is { } reason)
        {
            return order.Status == SandboxOrderStatus.Expired
                ? ApiAnswer.Error(StatusCodes.Status400BadRequest, "order_expired", reason)
                : ApiAnswer.Message(StatusCodes.Status400BadRequest, reason);
        }
        // The answer speaks of the order after the change; the notification takes its own way.
        notifications.SendBehind(notification);
        return Ok(call, order.Facts(), new EchoFacts(call.Parameters, body));
    }

    private ApiAnswer Read(OperationCall call)
    {
        foreach (var (_, value) in call.Parameters)
        {
            if (orders.FindByReference(value, call.Merchant.ClientId) is { } order)
            {
                return Ok(call, order.Facts());
            }
            if (FindThing(call, value) is { } thing)
            {
                using var answer = JsonDocument.Parse(thing.Answer);
                using var request = JsonDocument.Parse(
                    thing.RequestBody.Length == 0 ? "{}"u8.ToArray() : thing.RequestBody
                );
                return Ok(
                    call,
                    new EchoFacts(call.Parameters, answer.RootElement, request.RootElement)
                );
            }
        }
        return call.Operation.Role == OperationRole.Reads
            ? ApiAnswer.UnknownOrder
            : Ok(call, new EchoFacts(call.Parameters));
    }

    /// <summary>The latest reply of the same contract that has a value anywhere in it: what a made-up contract reads back.</summary>
    private StoredReply? FindThing(OperationCall call, string value) =>
        replies
            .Latest(call.Merchant.ClientId)
            .FirstOrDefault(reply =>
                reply.Operation.StartsWith(call.Operation.Contract + ".", StringComparison.Ordinal)
                && (reply.RequestId == value || Json.Contains(reply.Answer, value))
            );

    private ApiAnswer Ok(OperationCall call, params IReadOnlyList<IAnswerFacts> facts) =>
        new(StatusCodes.Status200OK, context.Answers.Write(call.Operation.ResponseSchema, facts));

    private static IEnumerable<IAnswerFacts> Facts(SandboxOrder? order) =>
        order is null ? [] : [order.Facts()];
}
