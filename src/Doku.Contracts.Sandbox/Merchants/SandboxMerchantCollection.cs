using System.Collections;
using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox;

/// <summary>The merchants that the sandbox knows, the default one first. Safe to use from several threads.</summary>
public sealed class SandboxMerchantCollection : IReadOnlyCollection<SandboxMerchant>
{
    private readonly Lock _gate = new();
    private readonly ISandboxStore _store;
    private List<SandboxMerchant> _merchants = [];

    internal SandboxMerchantCollection(ISandboxStore store) => _store = store;

    /// <summary>The merchant with a name.</summary>
    /// <param name="name">The name, letter for letter.</param>
    /// <exception cref="KeyNotFoundException">There is no such merchant.</exception>
    public SandboxMerchant this[string name] =>
        All.Find(one => one.Name == name)
        ?? throw new KeyNotFoundException($"The sandbox has no merchant '{name}'.");

    /// <summary>Number of merchants.</summary>
    public int Count => All.Count;

    internal SandboxMerchant Default => All[0];

    // Replaced as a whole and never changed, so that readers need no lock.
    private List<SandboxMerchant> All => Volatile.Read(ref _merchants);

    /// <summary>Makes another merchant.</summary>
    /// <param name="name">A name of its own.</param>
    /// <param name="clientId">Its Client-Id; null makes a new one.</param>
    /// <param name="secretKey">Its secret key; null makes a new one.</param>
    /// <exception cref="ArgumentException">Name or Client-Id is taken.</exception>
    public SandboxMerchant Add(string name, string? clientId = null, string? secretKey = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var merchant = new SandboxMerchant(name, clientId, secretKey);
        lock (_gate)
        {
            if (_merchants.Exists(one => one.Name == name || one.ClientId == merchant.ClientId))
            {
                throw new ArgumentException(
                    $"There is a merchant named '{name}', or with its Client-Id, already.",
                    nameof(name)
                );
            }
            merchant.Changed = _store.SaveMerchant;
            _store.SaveMerchant(merchant);
            Volatile.Write(ref _merchants, [.. _merchants, merchant]);
        }
        return merchant;
    }

    /// <summary>The merchants so far; later ones do not join a running enumeration.</summary>
    public IEnumerator<SandboxMerchant> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal SandboxMerchant? FindByClientId(string clientId) =>
        All.Find(one => one.ClientId == clientId);
}
