namespace Doku.Contracts.Sandbox.Store;

/// <summary>Keeps nothing: the sandbox's own memory is all there is.</summary>
internal sealed class MemoryStore : ISandboxStore
{
    public StoredState Load(int exchanges) => new();

    public void SaveMerchant(SandboxMerchant merchant) { }

    public void SaveOrder(StoredOrder order) { }

    public void AddOrderEvent(StoredOrderEvent one) { }

    public void AddReply(StoredReply reply) { }

    public void SaveNotification(StoredNotification notification) { }

    public void AddDelivery(StoredDelivery delivery) { }

    public void AddExchange(SandboxExchange exchange) { }

    public void SaveClock(TimeSpan offset) { }

    public void Dispose() { }
}
