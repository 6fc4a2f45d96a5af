namespace Doku.Contracts.Transport;

/// <summary>One call, over all its attempts. Travels with the request message to the signing handler.</summary>
internal sealed class DokuExchange
{
    internal static readonly HttpRequestOptionsKey<DokuExchange> Key = new(
        "Doku.Contracts.Exchange"
    );

    private int _attempts;

    internal required string ClientId { get; init; }

    internal required string RequestId { get; init; }

    /// <summary>The address that is called.</summary>
    internal required Uri Address { get; init; }

    /// <summary>The path, with the query string where that counts.</summary>
    internal required string RequestTarget { get; init; }

    internal required DokuKey SigningKey { get; init; }

    internal PooledBody? Body { get; init; }

    /// <summary>How many attempts left for the network. Above zero, a failure may hide that the call took effect.</summary>
    internal int Attempts => Volatile.Read(ref _attempts);

    internal void CountAttempt() => Interlocked.Increment(ref _attempts);
}
