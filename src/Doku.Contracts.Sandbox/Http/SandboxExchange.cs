namespace Doku.Contracts.Sandbox;

/// <summary>One request that reached the sandbox, as it came, and the status of its answer.</summary>
public sealed class SandboxExchange
{
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

    /// <summary>HTTP status of the answer.</summary>
    public required int Status { get; init; }
}
