using System.Collections.Concurrent;

namespace Doku.Contracts.AspNetCore;

/// <summary>The endpoints of this process, by name: the only notifications that its worker can work on.</summary>
internal sealed class NotificationRoutes
{
    private readonly ConcurrentDictionary<string, NotificationRoute> _routes = new(
        StringComparer.Ordinal
    );

    private readonly ConcurrentDictionary<string, bool> _merchants = new(StringComparer.Ordinal);

    /// <summary>The endpoints' names.</summary>
    internal ICollection<string> Names => _routes.Keys;

    /// <summary>The endpoints' merchants.</summary>
    internal ICollection<string> Merchants => _merchants.Keys;

    internal void AddMerchant(string merchant) => _merchants.TryAdd(merchant, default);

    /// <exception cref="InvalidOperationException">The name is taken: ledger and worker couldn't tell the two apart.</exception>
    internal void Add(NotificationRoute route)
    {
        if (!_routes.TryAdd(route.Name, route))
        {
            throw new InvalidOperationException(
                $"Two notification endpoints are called '{route.Name}': give one of them another Name."
            );
        }
    }

    internal NotificationRoute? Find(string name) => _routes.GetValueOrDefault(name);
}
