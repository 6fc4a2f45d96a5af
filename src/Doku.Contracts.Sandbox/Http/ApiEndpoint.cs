using System.Text.Json;
using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>
/// The signed operations: signature first, then what the operation does, then a signed answer; and between any two of
/// them a fault, where one was asked for.
/// </summary>
internal sealed class ApiEndpoint(
    SandboxContext sandbox,
    SignatureCheck signatures,
    OperationDesk desk,
    SandboxOrderCollection orders,
    ExchangeLog log
)
{
    private readonly FaultedAnswer _writer = new(sandbox);

    internal async Task HandleAsync(HttpContext context, SandboxOperation operation)
    {
        var received = context.Features.GetRequiredFeature<ReceivedRequest>();
        // The path as it stood on the wire, still escaped, since that is what the caller signed.
        var rawTarget = ExchangeRecorder.RawTarget(context);
        var target = rawTarget.Split('?')[0];
        var parameters = operation.Parameters(target);
        var clientId = context.Request.Headers["Client-Id"].ToString();
        var invoice = InvoiceOf(received.Body) ?? InvoiceOf(parameters, clientId);
        var (fault, befallen) = sandbox.Faults.DecideCall(
            operation.FullName,
            clientId,
            context.Request.Headers["Request-Id"].ToString(),
            invoice
        );
        Tell(context, befallen, fault);

        SignatureVerdict? verdict = null;
        var answer = FaultedAnswer.InsteadOfWork(fault);
        if (answer is null)
        {
            verdict = signatures.Judge(
                context.Request,
                rawTarget,
                received.Body.Length > 0 || operation.RequestSchema is not null
                    ? received.Body
                    : null,
                fault == SandboxFault.ClockSkew ? sandbox.Faults.Skew : TimeSpan.Zero
            );
            answer = Answer(context, operation, received.Body, parameters, target, verdict, fault);
        }
        answer = FaultedAnswer.InsteadOfAnswer(fault) ?? answer;
        FaultedAnswer.SetHeaders(context.Response, answer, fault);
        received.IsRecorded = true;
        log.Add(
            received.Exchange(
                context,
                fault == SandboxFault.DropBeforeCommit ? 0 : answer.Status,
                operation,
                invoice,
                answer,
                verdict,
                fault
            )
        );
        await _writer.WriteAsync(context, answer, fault);
    }

    private ApiAnswer Answer(
        HttpContext context,
        SandboxOperation operation,
        byte[] body,
        List<KeyValuePair<string, string>> parameters,
        string target,
        SignatureVerdict verdict,
        SandboxFault? fault
    )
    {
        if (verdict.Reason is { } reason)
        {
            // Unsigned: whoever holds no key gets nothing made with it.
            return ApiAnswer.Error(StatusCodes.Status401Unauthorized, "invalid_signature", reason);
        }
        var call = new OperationCall(
            verdict.Merchant!,
            operation,
            verdict.RequestId,
            body,
            parameters
        );
        var answer = desk.Handle(call);
        var signer = fault switch
        {
            SandboxFault.UnsignedAnswer or SandboxFault.GatewayPage => null,
            SandboxFault.WronglySignedAnswer => new SandboxSigner(
                call.Merchant.ClientId,
                call.Merchant.SecretKey + "-of-another"
            ),
            _ => call.Merchant.Signer,
        };
        if (signer is not null)
        {
            Sign(context.Response.Headers, signer, answer, call.RequestId, target);
        }
        return answer;
    }

    private void Sign(
        IHeaderDictionary headers,
        SandboxSigner signer,
        ApiAnswer answer,
        string requestId,
        string target
    )
    {
        var timestamp = WireTime.Header(sandbox.Now);
        headers["Client-Id"] = signer.ClientId;
        headers["Request-Id"] = requestId;
        headers[SandboxSigner.ResponseTimestamp] = timestamp;
        headers["Signature"] = signer.Sign(
            requestId,
            SandboxSigner.ResponseTimestamp,
            timestamp,
            target,
            answer.Body
        );
    }

    private void Tell(HttpContext context, SandboxFaultTarget target, SandboxFault? fault)
    {
        var call = $"{context.Request.Method} {ExchangeRecorder.RawTarget(context)}";
        Add(SandboxEventKind.RequestReceived, null);
        if (fault is not null)
        {
            Add(SandboxEventKind.FaultInjected, fault);
        }

        void Add(SandboxEventKind kind, SandboxFault? injected) =>
            sandbox.Events.Add(
                new SandboxEvent
                {
                    At = sandbox.Now,
                    Kind = kind,
                    Call = call,
                    ClientId = sandbox.Merchants.FindByClientId(target.ClientId)?.ClientId,
                    InvoiceNumber = target.InvoiceNumber,
                    Fault = injected,
                    Target = injected is null ? null : target,
                }
            );
    }

    private static string? InvoiceOf(byte[] body)
    {
        if (body.Length == 0)
        {
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(body);
            return Json.FindText(document.RootElement, "order", "invoice_number");
        }
        // Not JSON, or broken Unicode: the judge says so to the caller.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private string? InvoiceOf(List<KeyValuePair<string, string>> parameters, string clientId) =>
        parameters
            .Select(parameter => orders.FindByReference(parameter.Value, clientId)?.InvoiceNumber)
            .FirstOrDefault(invoice => invoice is not null);
}
