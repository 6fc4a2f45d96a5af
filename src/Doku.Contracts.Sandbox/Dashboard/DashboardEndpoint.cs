using System.Globalization;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>The pages that show and steer the sandbox. What is done to see them is no part of what they show.</summary>
internal sealed class DashboardEndpoint(
    SandboxContext sandbox,
    SandboxOrderCollection orders,
    SandboxNotificationCollection notifications,
    ExchangeLog exchanges
)
{
    internal const string Path = "/dashboard/{**page}";

    private readonly DashboardNotes _notes = new();
    private readonly DashboardActions _actions = new(sandbox, orders, notifications);

    internal Task HandleAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<ReceivedRequest>().IsRecorded = true;
        // The address of the page before tells whence a form came; it is told to the dashboard alone.
        PageAnswer.Protect(context.Response.Headers, [], "same-origin");
        if (DashboardGuard.Refuse(context.Request, sandbox.BaseAddress) is { } reason)
        {
            return PageAnswer.WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                DashboardFrame.Plain("Not allowed", reason)
            );
        }
        return (context.Request.Method, context.Request.Path.Value?.TrimEnd('/')) switch
        {
            ("POST", DashboardLinks.Act) => ActAsync(context),
            ("GET", DashboardLinks.Live) => DashboardStream.RunAsync(context, sandbox),
            ("GET", var path) => ShowAsync(context, path),
            _ => MissingAsync(context),
        };
    }

    private Task ShowAsync(HttpContext context, string? path)
    {
        var query = context.Request.Query;
        DashboardPage? page = path switch
        {
            DashboardLinks.Home => new OrdersPage(sandbox, orders, notifications, exchanges),
            "/dashboard/order" => orders.Find(
                query["invoice"].ToString(),
                query["merchant"].ToString()
            )
                is { } order
                ? new OrderPage(
                    order,
                    new OrderTimeline(sandbox, order, notifications, exchanges),
                    notifications
                )
                : null,
            "/dashboard/exchange" => exchanges
                .Snapshot()
                .FirstOrDefault(one =>
                    one.Sequence.ToString(CultureInfo.InvariantCulture)
                    == query["number"].ToString()
                )
                is { } exchange
                ? new ExchangePage(exchange, orders)
                : null,
            "/dashboard/notification" => notifications.FirstOrDefault(one =>
                one.RequestId == query["id"].ToString()
            )
                is { } notification
                ? new NotificationPage(notification)
                : null,
            _ => null,
        };
        if (page is null)
        {
            return MissingAsync(context);
        }
        var frame = new DashboardFrame(sandbox, notifications, _notes.Find(query["note"]));
        return PageAnswer.WriteAsync(context, StatusCodes.Status200OK, frame.Write(page));
    }

    private async Task ActAsync(HttpContext context)
    {
        var form = PageForm.Read(context);
        // Not the browser's token: what was begun is done, whether or not somebody waits to see it.
        var note = await _actions.DoAsync(form);
        PageAnswer.SeeOther(
            context,
            _notes.Add(DashboardLinks.Back(form.GetValueOrDefault("back")), note)
        );
    }

    private static Task MissingAsync(HttpContext context) =>
        PageAnswer.WriteAsync(
            context,
            StatusCodes.Status404NotFound,
            DashboardFrame.Plain(
                "Nothing here",
                "There is no such page, or the sandbox has forgotten what it showed: it remembers the latest requests only."
            )
        );
}
