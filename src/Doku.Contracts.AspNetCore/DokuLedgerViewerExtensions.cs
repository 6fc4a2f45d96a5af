using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Doku.Contracts.AspNetCore;

/// <summary>Maps the ledger viewer.</summary>
public static class DokuLedgerViewerExtensions
{
    /// <summary>
    /// Shows dead letters and stuck notifications, and replays and discards dead letters: as plain pages at the path, as JSON
    /// at <c>/json</c> below it. Contents are shown masked, by the contract's own <c>ToString</c>. Every action is logged
    /// with the user's name. A form is accepted from the viewer's own pages alone; JSON may be posted by what isn't a
    /// browser.
    /// </summary>
    /// <param name="endpoints">The program's endpoints.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>
    /// Takes the program's own authorization: call <c>RequireAuthorization</c>. Without any, the program doesn't start
    /// outside of Development, and the viewer answers 403.
    /// </returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InvalidOperationException">There is no inbox.</exception>
    public static IEndpointConventionBuilder MapDokuLedger(
        this IEndpointRouteBuilder endpoints,
        string pattern = "/ops/ledger",
        Action<LedgerViewerOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var options = new LedgerViewerOptions();
        configure?.Invoke(options);
        options.Check();
        var services = endpoints.ServiceProvider;
        var needsAuthorization =
            !options.AllowsAnonymous
            && services.GetService<IHostEnvironment>()?.IsDevelopment() != true;
        var viewer = new LedgerViewer(
            LedgerServices.Care(services),
            options,
            needsAuthorization,
            LedgerServices.Logger(services)
        );
        var group = endpoints.MapGroup(pattern);
        group.MapGet("", viewer.Guard(viewer.ListAsync, ""));
        group.MapGet("/inspect", viewer.Guard(viewer.InspectAsync, "/inspect"));
        group.MapPost("/replay", viewer.Guard(viewer.ReplayAsync, "/replay"));
        group.MapPost("/discard", viewer.Guard(viewer.DiscardAsync, "/discard"));
        group.MapGet("/json", viewer.Guard(viewer.ListJsonAsync, "/json"));
        group.MapGet("/json/inspect", viewer.Guard(viewer.InspectJsonAsync, "/json/inspect"));
        group.MapPost("/json/replay", viewer.Guard(viewer.ReplayJsonAsync, "/json/replay"));
        group.MapPost("/json/discard", viewer.Guard(viewer.DiscardJsonAsync, "/json/discard"));
        return group.WithMetadata(new LedgerViewerMark(needsAuthorization));
    }
}
