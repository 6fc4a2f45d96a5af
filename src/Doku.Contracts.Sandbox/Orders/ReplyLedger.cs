using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox.Orders;

/// <summary>What was answered under which Request-Id. Not safe by itself: the desk's lock guards it.</summary>
internal sealed class ReplyLedger(ISandboxStore store)
{
    private readonly Dictionary<(string ClientId, string RequestId), StoredReply> _replies = [];
    private readonly List<StoredReply> _inOrder = [];

    internal StoredReply? Find(string clientId, string requestId) =>
        _replies.GetValueOrDefault((clientId, requestId));

    /// <summary>A merchant's replies, the latest first.</summary>
    internal IEnumerable<StoredReply> Latest(string clientId) =>
        _inOrder.AsEnumerable().Reverse().Where(reply => reply.ClientId == clientId);

    internal void Add(StoredReply reply)
    {
        store.AddReply(reply);
        Restore(reply);
    }

    internal void Restore(StoredReply reply)
    {
        _replies.Add((reply.ClientId, reply.RequestId), reply);
        _inOrder.Add(reply);
    }
}
