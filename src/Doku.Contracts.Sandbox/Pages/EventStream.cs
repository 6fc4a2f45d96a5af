using System.Text;
using Doku.Contracts.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Pages;

/// <summary>Server-sent events to one browser, until it leaves or the sandbox ends.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly HttpContext _context;
    private readonly SemaphoreSlim _turn = new(1);

    private EventStream(HttpContext context) => _context = context;

    internal CancellationToken Ended => _context.RequestAborted;

    /// <summary>Begins the answer, runs <paramref name="send"/> and takes the browser's leaving as the end.</summary>
    internal static async Task RunAsync(HttpContext context, Func<EventStream, Task> send)
    {
        context.Features.GetRequiredFeature<ReceivedRequest>().IsRecorded = true;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            using var stream = new EventStream(context);
            await send(stream);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser went on to another page, which is how each stream ends.
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Sends one event; line ends in it would end it early, so they become spaces. Safe to call at once from two sides.</summary>
    internal async Task SendAsync(string data, long? id = null)
    {
        var line = data.ReplaceLineEndings(" ");
        var text = id is null ? $"data: {line}\n\n" : $"id: {id}\ndata: {line}\n\n";
        await _turn.WaitAsync(Ended);
        try
        {
            await _context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), Ended);
            await _context.Response.Body.FlushAsync(Ended);
        }
        finally
        {
            _turn.Release();
        }
    }
}
