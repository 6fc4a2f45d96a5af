using System.Text;
using Doku.Contracts.Benchmarks.Load;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Benchmarks.Ledger.Engines;

/// <summary>
/// Hangfire, a job a notification: worked on at least once, in any order, and twice where DOKU sends it twice. The
/// endpoint verifies no signature.
/// </summary>
internal sealed class HangfireEngine(string connectionString, Effects effects) : IEngine
{
    private PostgreSqlStorage? _storage;
    private BackgroundJobServer? _server;

    public void Add(WebApplicationBuilder builder) { }

    public Task MapAsync(WebApplication app)
    {
        _storage = new PostgreSqlStorage(
            new NpgsqlConnectionFactory(connectionString, new PostgreSqlStorageOptions()),
            new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromMilliseconds(200) }
        );
        var client = new BackgroundJobClient(_storage);
        app.MapPost(
            Wire.Notifications,
            async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body, Encoding.UTF8);
                var body = await reader.ReadToEndAsync();
                _ = Effects.Read(Encoding.UTF8.GetBytes(body));
                client.Enqueue<Job>(job => job.RunAsync(body));
            }
        );
        return Task.CompletedTask;
    }

    public Task StartAsync()
    {
        _server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                WorkerCount = IEngine.Workers,
                Activator = new JobFactory(effects),
                ShutdownTimeout = TimeSpan.FromSeconds(1),
            },
            _storage
        );
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        return default;
    }

    /// <summary>Public, because Hangfire calls it.</summary>
    public sealed class Job
    {
        private readonly Effects _effects;

        internal Job(Effects effects) => _effects = effects;

        public Task RunAsync(string body) => _effects.ApplyAsync(body);
    }

    private sealed class JobFactory(Effects effects) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new Job(effects);
    }
}
