using System.Text;
using Doku.Contracts.Benchmarks.Load;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rebus.Activation;
using Rebus.Backoff;
using Rebus.Bus;
using Rebus.Config;

namespace Doku.Contracts.Benchmarks.Ledger.Engines;

/// <summary>
/// Rebus with its queue in PostgreSQL, a message a notification: worked on at least once, in any order, and twice where
/// DOKU sends it twice. The endpoint verifies no signature. What is done is deleted.
/// </summary>
internal sealed class RebusEngine(string connectionString, Effects effects) : IEngine
{
    private readonly BuiltinHandlerActivator _handlers = new();
    private IBus? _bus;

    public void Add(WebApplicationBuilder builder) { }

    public Task MapAsync(WebApplication app)
    {
        _handlers.Handle<Message>(message => effects.ApplyAsync(message.Body));
        _bus = Configure
            .With(_handlers)
            .Logging(log => log.None())
            .Transport(transport =>
                transport.UsePostgreSql(connectionString, "messages", "notifications")
            )
            .Options(options =>
            {
                options.SetNumberOfWorkers(1);
                options.SetMaxParallelism(IEngine.Workers);
                // By default its worker rests for a tenth of a second whenever all handlers are busy.
                options.SetBackoffTimes(TimeSpan.FromMilliseconds(2));
            })
            .Start();
        app.MapPost(
            Wire.Notifications,
            async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body, Encoding.UTF8);
                var body = await reader.ReadToEndAsync();
                _ = Effects.Read(Encoding.UTF8.GetBytes(body));
                await _bus.SendLocal(new Message(body));
            }
        );
        return Task.CompletedTask;
    }

    public Task StartAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _handlers.Dispose();
        return default;
    }

    /// <summary>Public, because the serializer makes it.</summary>
    public sealed record Message(string Body);
}
