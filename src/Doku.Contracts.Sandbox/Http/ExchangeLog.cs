namespace Doku.Contracts.Sandbox.Http;

/// <summary>The latest exchanges, numbered, kept and told of.</summary>
internal sealed class ExchangeLog(SandboxContext context, int capacity)
{
    private const int RememberedIds = 32;

    private readonly Queue<SandboxExchange> _exchanges = new();
    private readonly Lock _gate = new();
    private long _sequence;

    internal IReadOnlyList<SandboxExchange> Snapshot()
    {
        lock (_gate)
        {
            return [.. _exchanges];
        }
    }

    internal void Restore(IEnumerable<SandboxExchange> exchanges)
    {
        lock (_gate)
        {
            foreach (var exchange in exchanges)
            {
                _exchanges.Enqueue(exchange);
                _sequence = exchange.Sequence;
            }
        }
    }

    internal void Add(SandboxExchange exchange)
    {
        lock (_gate)
        {
            exchange.Sequence = ++_sequence;
            context.Store.AddExchange(exchange);
            _exchanges.Enqueue(exchange);
            if (_exchanges.Count > capacity)
            {
                _exchanges.Dequeue();
            }
        }
        context.Events.Add(
            new SandboxEvent
            {
                At = context.Now,
                Kind = SandboxEventKind.Answered,
                ClientId = exchange.ClientId,
                InvoiceNumber = exchange.InvoiceNumber,
                Call = $"{exchange.Method} {exchange.Path}",
                Exchange = exchange,
                Fault = exchange.Fault,
            }
        );
    }

    /// <summary>Request-Ids under which a merchant's calls came lately.</summary>
    internal IReadOnlyList<string> RequestIds(string clientId) =>
        Snapshot()
            .Where(exchange => exchange.ClientId == clientId)
            .TakeLast(RememberedIds)
            .Select(exchange => exchange.Signature?.RequestId)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
}
