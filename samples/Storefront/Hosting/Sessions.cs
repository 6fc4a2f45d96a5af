using Storefront.Goods;
using Storefront.Orders;

namespace Storefront.Hosting;

/// <summary>The visits, found by a cookie that says nothing by itself. Those that did something outlive the program.</summary>
internal sealed class Sessions(ShopDatabase database)
{
    private const string Cookie = "visit";

    // The oldest go first: whoever calls without a cookie a million times fills no memory.
    private const int Capacity = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();

    /// <summary>The visit that a request belongs to; a new one where there is none.</summary>
    internal Session Of(HttpContext context)
    {
        lock (_gate)
        {
            var id = context.Request.Cookies[Cookie];
            if (id is not null && _sessions.TryGetValue(id, out var session))
            {
                return session;
            }

            // A cookie that this shop never gave out counts for nothing: nobody may choose another's.
            if (id is not null && Restore(id) is { } restored)
            {
                return Remember(restored);
            }

            session = Session.New();
            context.Response.Cookies.Append(
                Cookie,
                session.Id,
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                    IsEssential = true,
                }
            );
            return Remember(session);
        }
    }

    /// <summary>Stores cart and last order.</summary>
    internal void Save(Session session) =>
        database.Execute(
            null,
            """
            INSERT INTO shop_visits (visit, cart, last_invoice) VALUES (@visit, @cart, @invoice)
            ON CONFLICT (visit) DO UPDATE SET cart = excluded.cart, last_invoice = excluded.last_invoice
            """,
            ("visit", session.Owner),
            ("cart", session.Cart.Write()),
            ("invoice", session.LastInvoice)
        );

    private Session? Restore(string id)
    {
        var session = new Session(id);
        return database
            .Query(
                null,
                "SELECT cart, last_invoice FROM shop_visits WHERE visit = @visit",
                row =>
                {
                    session.Cart = Cart.Read(row.GetString(0));
                    session.LastInvoice = row.IsDBNull(1) ? null : row.GetString(1);
                    return session;
                },
                ("visit", session.Owner)
            )
            .SingleOrDefault();
    }

    private Session Remember(Session session)
    {
        _sessions.Add(session.Id, session);
        _oldestFirst.Enqueue(session.Id);
        if (_oldestFirst.Count > Capacity)
        {
            _sessions.Remove(_oldestFirst.Dequeue());
        }

        return session;
    }
}
