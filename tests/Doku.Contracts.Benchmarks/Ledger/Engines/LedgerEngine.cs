using System.Data.Common;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Benchmarks.Load;
using Doku.Contracts.Common;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Doku.Contracts.Benchmarks.Ledger.Engines;

/// <summary>
/// The notification ledger as the README says: the signature verified, duplicates known, the notifications of one order
/// one after the other, and the effect exactly once, because it is one transaction with the completion.
/// </summary>
internal sealed class LedgerEngine(string connectionString, Effects effects, bool isSqlite)
    : IEngine
{
    private readonly DbDataSource _source = isSqlite
        ? SqliteFactory.Instance.CreateDataSource(connectionString)
        : NpgsqlDataSource.Create(connectionString);

    public void Add(WebApplicationBuilder builder) =>
        builder
            .Services.AddDoku(options =>
            {
                options.ClientId = ExampleNotification.Message.ClientId;
                options.SecretKey = ExampleNotification.Secret;
                options.Environment = DokuEnvironment.Sandbox;
            })
            .AddNotificationLedger(
                isSqlite ? NotificationDatabase.Sqlite : NotificationDatabase.PostgreSql,
                _ => _source,
                options =>
                {
                    options.Concurrency = IEngine.Workers;
                    options.Listen = isSqlite ? null : ListenAsync;
                }
            );

    public Task MapAsync(WebApplication app)
    {
        app.MapDokuNotifications<PaylaterNotification>(
            Wire.Notifications,
            async (notification, scope, cancel) =>
            {
                await effects.PassAsync();
                await Effects.ApplyAsync(
                    notification.Value.Order.InvoiceNumber,
                    await scope.BeginTransactionAsync(cancel)
                );
            }
        );
        return Task.CompletedTask;
    }

    public Task StartAsync() => Task.CompletedTask;

    // The data source goes with the services.
    public ValueTask DisposeAsync() => default;

    private async Task ListenAsync(Action wake, CancellationToken stopping)
    {
        await using var connection = ((NpgsqlDataSource)_source).CreateConnection();
        await connection.OpenAsync(stopping);
        connection.Notification += (_, _) => wake();
        await using var listen = new NpgsqlCommand("LISTEN doku_notifications", connection);
        await listen.ExecuteNonQueryAsync(stopping);
        while (true)
        {
            await connection.WaitAsync(stopping);
        }
    }
}
