using Doku.Contracts.Sandbox.Orders;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>The signed operations: signature first, then what the operation does, then a signed answer.</summary>
internal sealed class ApiEndpoint(
    SandboxSigner signer,
    SignatureCheck signatures,
    OrderDesk desk,
    TimeProvider timeProvider
)
{
    internal async Task HandleAsync(HttpContext context, SandboxOperation operation)
    {
        var body = context.Features.GetRequiredFeature<RequestBody>().Bytes;
        // The path as it stood on the wire, still escaped, since that is what the caller signed.
        var target = ExchangeRecorder.RawTarget(context).Split('?')[0];
        var hasBody = body.Length > 0 || operation.RequestSchema is not null;

        var fault = signatures.FindFault(
            context.Request.Headers,
            target,
            hasBody ? body : null,
            out var requestId
        );
        if (fault is not null)
        {
            // Unsigned: whoever holds no key gets nothing made with it.
            await ApiAnswer
                .Error(StatusCodes.Status401Unauthorized, "invalid_signature", fault)
                .WriteAsync(context);
            return;
        }

        var answer = operation.Name switch
        {
            "GenerateOrder" when operation.RequestSchema is not null => desk.Generate(
                operation,
                requestId,
                body
            ),
            "CheckStatus" => desk.CheckStatus(Uri.UnescapeDataString(target.Split('/')[^1])),
            _ => ApiAnswer.Error(
                StatusCodes.Status501NotImplemented,
                "not_implemented",
                "the sandbox does not play this operation"
            ),
        };
        Sign(context.Response.Headers, answer, requestId, target);
        await answer.WriteAsync(context);
    }

    private void Sign(IHeaderDictionary headers, ApiAnswer answer, string requestId, string target)
    {
        var timestamp = WireTime.Header(timeProvider.GetUtcNow());
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
}
