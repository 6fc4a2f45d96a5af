using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>The viewer's endpoints. Whatever they answer is stored by nobody and framed by nobody.</summary>
internal sealed class LedgerViewer(
    LedgerCare care,
    LedgerViewerOptions options,
    bool needsAuthorization,
    ILogger logger
)
{
    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json";

    /// <summary>Whether an endpoint may be reached by whoever reaches the program.</summary>
    internal static bool IsOpen(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAuthorizeData>() is null
            && metadata.GetMetadata<AuthorizationPolicy>() is null
        || metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Puts the checks that all of the endpoints share before one of them.</summary>
    /// <param name="handle">The endpoint.</param>
    /// <param name="suffix">What its path has beyond the viewer's own.</param>
    internal RequestDelegate Guard(Func<HttpContext, string, Task> handle, string suffix) =>
        async context =>
        {
            var headers = context.Response.Headers;
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy =
                "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            headers["Referrer-Policy"] = "same-origin";
            if (
                needsAuthorization
                && context.GetEndpoint() is { } endpoint
                && IsOpen(endpoint.Metadata)
            )
            {
                LedgerViewerLog.Unprotected(logger);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            var path = context.Request.PathBase.Add(context.Request.Path).ToUriComponent();
            await handle(context, path.TrimEnd('/')[..^suffix.Length]);
        };

    internal async Task ListAsync(HttpContext context, string root)
    {
        var (counts, dead, next, stuck) = await ReadAsync(context);
        await SendAsync(context, Html, LedgerPages.List(root, counts, dead, next, stuck).Text);
    }

    internal async Task ListJsonAsync(HttpContext context, string root)
    {
        var (counts, dead, next, stuck) = await ReadAsync(context);
        await SendAsync(context, Json, LedgerJson.List(counts, dead, next, stuck));
    }

    internal async Task InspectAsync(HttpContext context, string root)
    {
        if (await FindAsync(context) is { } found)
        {
            await SendAsync(context, Html, LedgerPages.One(root, found.Entry, found.Content).Text);
        }
    }

    internal async Task InspectJsonAsync(HttpContext context, string root)
    {
        if (await FindAsync(context) is { } found)
        {
            await SendAsync(context, Json, LedgerJson.One(found.Entry, found.Content));
        }
    }

    internal Task ReplayAsync(HttpContext context, string root) =>
        SubmitAsync(context, root, care.ReplayAsync);

    internal Task DiscardAsync(HttpContext context, string root) =>
        SubmitAsync(context, root, care.DiscardAsync);

    internal Task ReplayJsonAsync(HttpContext context, string root) =>
        PostAsync(context, care.ReplayAsync);

    internal Task DiscardJsonAsync(HttpContext context, string root) =>
        PostAsync(context, care.DiscardAsync);

    private async Task SubmitAsync(
        HttpContext context,
        string root,
        Func<NotificationKey, string, CancellationToken, ValueTask<bool>> act
    )
    {
        if (!SameSite.Is(context.Request))
        {
            LedgerViewerLog.CrossSite(logger);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (!context.Request.HasFormContentType)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var key = new NotificationKey(
                $"{form["client"]}",
                $"{form["endpoint"]}",
                $"{form["hash"]}"
            );
            // Whether it was dead still, the list shows.
            await act(key, User(context), context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = LedgerPages.Home(root);
        }
    }

    private static async Task PostAsync(
        HttpContext context,
        Func<NotificationKey, string, CancellationToken, ValueTask<bool>> act
    )
    {
        // A page of another site can't send this type without asking first.
        if (!context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (
            await LedgerJson.ReadKeyAsync(context.Request.Body, context.RequestAborted)
            is not { } key
        )
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        context.Response.StatusCode = await act(key, User(context), context.RequestAborted)
            ? StatusCodes.Status204NoContent
            : StatusCodes.Status404NotFound;
    }

    private async Task<(
        InboxCounts Counts,
        IReadOnlyList<DeadNotification> Dead,
        NotificationKey? Next,
        IReadOnlyList<OpenNotification> Stuck
    )> ReadAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var dead = await care.ListDeadAsync(KeyOf(context.Request.Query), options.PageSize, cancel);
        return (
            await care.CountAsync(cancel),
            dead,
            dead.Count == options.PageSize ? dead[^1].Notification.Key : null,
            await care.ListStuckAsync(options.StuckAfter, options.PageSize, cancel)
        );
    }

    private async Task<(OpenNotification Entry, string Content)?> FindAsync(HttpContext context)
    {
        var found = KeyOf(context.Request.Query) is { } key
            ? await care.InspectAsync(key, User(context), context.RequestAborted)
            : null;
        if (found is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return found;
    }

    private static NotificationKey? KeyOf(IQueryCollection query) =>
        query.ContainsKey("hash")
            ? new NotificationKey($"{query["client"]}", $"{query["endpoint"]}", $"{query["hash"]}")
            : null;

    private static string User(HttpContext context) => context.User.Identity?.Name ?? "Somebody";

    private static Task SendAsync(HttpContext context, string type, string text) =>
        SendAsync(context, type, Encoding.UTF8.GetBytes(text));

    private static async Task SendAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
