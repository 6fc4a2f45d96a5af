using Microsoft.AspNetCore.Builder;

namespace Doku.Contracts.Benchmarks.Ledger.Engines;

/// <summary>One way to keep a notification safe before it is acknowledged, and to work on it afterwards.</summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>How many notifications a process works on at once, the same for all.</summary>
    const int Workers = 4;

    /// <summary>Registers what is needed before the program is built.</summary>
    void Add(WebApplicationBuilder builder);

    /// <summary>Maps the endpoint at <see cref="Load.Wire.Notifications"/> and creates tables.</summary>
    Task MapAsync(WebApplication app);

    /// <summary>Starts the workers, where they don't start with the program.</summary>
    Task StartAsync();

    static IEngine Create(string name, string connectionString, Effects effects) =>
        name switch
        {
            "ledger" => new LedgerEngine(connectionString, effects, isSqlite: false),
            "ledger-sqlite" => new LedgerEngine(connectionString, effects, isSqlite: true),
            "hangfire" => new HangfireEngine(connectionString, effects),
            "rebus" => new RebusEngine(connectionString, effects),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
}
