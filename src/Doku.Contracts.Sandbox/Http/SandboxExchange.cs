namespace Doku.Contracts.Sandbox;

/// <summary>One request that reached the sandbox, as it came, and what was answered.</summary>
public sealed class SandboxExchange
{
    /// <summary>Number of the exchange: 1, 2, 3 and so on, in the order of the answers.</summary>
    public long Sequence { get; internal set; }

    /// <summary>When the request arrived, by the sandbox's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>HTTP method, such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query exactly as they stood in the request line.</summary>
    public required string Path { get; init; }

    /// <summary>Header names and values in the order of arrival; a repeated header has one entry a value.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body's bytes; empty when there was none or when it was over the sandbox's limit of 1 MiB.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>HTTP status of the answer; 0 when the connection was ended before anything was done.</summary>
    public required int Status { get; init; }

    /// <summary>Contract and operation, such as <c>Shipping.Send</c>; null for a page or an unknown path.</summary>
    public string? Operation { get; init; }

    /// <summary>The Client-Id of the merchant, once its signature was found good.</summary>
    public string? ClientId { get; init; }

    /// <summary>The order that the call is about, by its invoice number, when one is known.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>The answer's own headers; empty for a page.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> AnswerHeaders { get; init; } = [];

    /// <summary>The answer's body, whether or not a fault let it through; empty for a page.</summary>
    public ReadOnlyMemory<byte> AnswerBody { get; init; }

    /// <summary>The verdict on the signature; null for a page, and when a fault came before it.</summary>
    public SignatureVerdict? Signature { get; init; }

    /// <summary>Why the request was refused, one reason an entry; empty when it was not.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The fault that befell the exchange, or null.</summary>
    public SandboxFault? Fault { get; init; }
}
