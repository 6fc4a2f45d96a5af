namespace Storefront.Hosting;

/// <summary>The visits, in memory, found by a cookie that says nothing by itself.</summary>
internal sealed class Sessions
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
            if (
                context.Request.Cookies[Cookie] is { } id
                && _sessions.TryGetValue(id, out var session)
            )
            {
                return session;
            }

            session = new Session();
            _sessions.Add(session.Id, session);
            _oldestFirst.Enqueue(session.Id);
            if (_oldestFirst.Count > Capacity)
            {
                _sessions.Remove(_oldestFirst.Dequeue());
            }

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
            return session;
        }
    }
}
