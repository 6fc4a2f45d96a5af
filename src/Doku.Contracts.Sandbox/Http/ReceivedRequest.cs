using Doku.Contracts.Sandbox.Schemas;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>A request whose body was read: once, for signature, judge and record.</summary>
internal sealed class ReceivedRequest(DateTimeOffset at, byte[] body)
{
    internal byte[] Body => body;

    /// <summary>True when the operation has recorded the exchange itself.</summary>
    internal bool IsRecorded { get; set; }

    internal SandboxExchange Exchange(
        HttpContext context,
        int status,
        SandboxOperation? operation = null,
        string? invoice = null,
        ApiAnswer? answer = null,
        SignatureVerdict? signature = null,
        SandboxFault? fault = null
    ) =>
        new()
        {
            ReceivedAt = at,
            Method = context.Request.Method,
            Path = ExchangeRecorder.RawTarget(context),
            Headers = Copy(context.Request.Headers),
            Body = body,
            Status = status,
            Operation = operation?.FullName,
            ClientId = signature?.IsValid == true ? signature.Merchant?.ClientId : null,
            InvoiceNumber = invoice,
            AnswerHeaders = answer is null ? [] : Copy(context.Response.Headers),
            AnswerBody = answer?.Body ?? [],
            Signature = signature,
            Errors = answer?.Problems ?? [],
            Fault = fault,
        };

    private static List<KeyValuePair<string, string>> Copy(IHeaderDictionary headers) =>
        headers
            .SelectMany(header =>
                header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? ""))
            )
            .ToList();
}
