using System.Collections;

namespace Doku.Contracts.Sandbox;

/// <summary>The orders that the sandbox has accepted, in order of arrival. Safe to read from several threads.</summary>
public sealed class SandboxOrderCollection : IReadOnlyCollection<SandboxOrder>
{
    private readonly Lock _gate = new();
    private readonly List<SandboxOrder> _orders = [];
    private readonly Dictionary<string, SandboxOrder> _byInvoice = new(StringComparer.Ordinal);
    private readonly Dictionary<(string ClientId, string), SandboxOrder> _byMerchant = [];
    private readonly Dictionary<(string ClientId, string), SandboxOrder> _byRequest = [];
    private readonly Dictionary<string, SandboxOrder> _byToken = new(StringComparer.Ordinal);

    internal SandboxOrderCollection() { }

    /// <summary>The order with an invoice number; the first, where several merchants gave the same one.</summary>
    /// <param name="invoiceNumber">The invoice number, letter for letter.</param>
    /// <exception cref="KeyNotFoundException">No such order was accepted.</exception>
    public SandboxOrder this[string invoiceNumber] =>
        Find(invoiceNumber)
        ?? throw new KeyNotFoundException($"The sandbox has no order '{invoiceNumber}'.");

    /// <summary>Number of accepted orders.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _orders.Count;
            }
        }
    }

    /// <summary>The order with an invoice number, or null; the first, where several merchants gave the same one.</summary>
    /// <param name="invoiceNumber">The invoice number, letter for letter.</param>
    public SandboxOrder? Find(string invoiceNumber) => FindIn(_byInvoice, invoiceNumber);

    /// <summary>A merchant's order with an invoice number, or null.</summary>
    /// <param name="invoiceNumber">The invoice number, letter for letter.</param>
    /// <param name="clientId">The merchant's Client-Id.</param>
    public SandboxOrder? Find(string invoiceNumber, string clientId) =>
        FindIn(_byMerchant, (clientId, invoiceNumber));

    /// <summary>The orders accepted so far; later ones do not join a running enumeration.</summary>
    public IEnumerator<SandboxOrder> GetEnumerator()
    {
        lock (_gate)
        {
            return _orders.ToList().GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>By invoice number, or by the Request-Id of the call that made the order.</summary>
    internal SandboxOrder? FindByReference(string reference, string clientId) =>
        Find(reference, clientId) ?? FindIn(_byRequest, (clientId, reference));

    internal SandboxOrder? FindByToken(string token) => FindIn(_byToken, token);

    internal void Add(SandboxOrder order)
    {
        lock (_gate)
        {
            _orders.Add(order);
            _byInvoice.TryAdd(order.InvoiceNumber, order);
            _byMerchant.Add((order.ClientId, order.InvoiceNumber), order);
            _byRequest.Add((order.ClientId, order.RequestId), order);
            _byToken.Add(order.Token, order);
        }
    }

    private SandboxOrder? FindIn<TKey>(Dictionary<TKey, SandboxOrder> index, TKey key)
        where TKey : notnull
    {
        lock (_gate)
        {
            return index.GetValueOrDefault(key);
        }
    }
}
