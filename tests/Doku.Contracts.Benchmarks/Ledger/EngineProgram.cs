using System.Diagnostics;
using System.Globalization;
using Doku.Contracts.Benchmarks.Ledger.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Doku.Contracts.Benchmarks.Ledger;

/// <summary>One process of a trial: the endpoint, the workers, and what the trial asks of it beside the measurement.</summary>
internal static class EngineProgram
{
    /// <summary>What the process writes when it listens, before its address.</summary>
    public const string Ready = "Listening on ";

    public static async Task RunAsync(string engineName, string connectionString)
    {
        await using var source = engineName.EndsWith("sqlite", StringComparison.Ordinal)
            ? SqliteFactory.Instance.CreateDataSource(connectionString)
            : NpgsqlDataSource.Create(connectionString);
        var effects = new Effects(source);
        await using var engine = IEngine.Create(engineName, connectionString, effects);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        engine.Add(builder);
        await using var app = builder.Build();
        app.MapPost("/open", effects.Open);
        app.MapPost("/close", effects.Close);
        app.MapGet("/cpu", ProcessorTime);
        await engine.MapAsync(app);
        await app.StartAsync();
        await engine.StartAsync();
        Console.WriteLine(Ready + app.Urls.Single());
        // The trial holds this open, so that no process outlives it.
        await Console.In.ReadToEndAsync();
        effects.Open();
        await app.StopAsync();
    }

    private static string ProcessorTime()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }
}
