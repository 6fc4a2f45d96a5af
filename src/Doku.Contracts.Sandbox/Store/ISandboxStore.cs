namespace Doku.Contracts.Sandbox.Store;

/// <summary>
/// Keeps what must outlive a restart. Each call is done when it returns: an answer leaves only after what it promises
/// is kept.
/// </summary>
internal interface ISandboxStore : IDisposable
{
    /// <summary>What was kept before; empty for a new store.</summary>
    StoredState Load(int exchanges);

    void SaveMerchant(SandboxMerchant merchant);

    void SaveOrder(StoredOrder order);

    void AddOrderEvent(StoredOrderEvent one);

    void AddReply(StoredReply reply);

    void SaveNotification(StoredNotification notification);

    void AddDelivery(StoredDelivery delivery);

    void AddExchange(SandboxExchange exchange);

    void SaveClock(TimeSpan offset);
}
