using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Sandbox.Tests.Support;

/// <summary>A merchant's notification endpoint that keeps what it gets and answers as told.</summary>
internal sealed class NotificationInbox : IAsyncDisposable
{
    private readonly WebApplication _application;

    private NotificationInbox(WebApplication application) => _application = application;

    public ConcurrentQueue<(
        string Path,
        Dictionary<string, string> Headers,
        byte[] Body
    )> Received { get; } = new();

    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>The statuses that were told, in the order in which they came.</summary>
    public IEnumerable<string?> Told =>
        Received.Select(one => (string?)JsonNode.Parse(one.Body)!["transaction"]!["status"]);

    /// <summary>The Request-Timestamp headers, in the order in which they came.</summary>
    public IEnumerable<string> Times => Received.Select(one => one.Headers["Request-Timestamp"]);

    public string? Location { get; set; }

    public Uri Url(string path = "/payments/notifications")
    {
        var server = _application.Services.GetRequiredService<IServer>();
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new Uri(new Uri(address), path);
    }

    public static async Task<NotificationInbox> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var inbox = new NotificationInbox(builder.Build());
        inbox._application.Run(inbox.TakeAsync);
        await inbox._application.StartAsync(TestContext.Current.CancellationToken);
        return inbox;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        Received.Enqueue((context.Request.Path, headers, body.ToArray()));
        context.Response.StatusCode = Status;
        if (Location is not null)
        {
            context.Response.Headers.Location = Location;
        }
    }
}
