using System.Data.Common;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Story.Tests;

/// <summary>
/// The shop's side that is told: the real endpoint over a ledger in SQLite. For a paid order a parcel leaves, a row
/// without any constraint, so that one sent twice would show.
/// </summary>
internal sealed class Shop : IAsyncDisposable
{
    private const string Path = "/payments/notifications";

    private readonly DirectoryInfo _folder;
    private readonly WebApplication _application;
    private readonly DbDataSource _database;
    private readonly string _clientId;

    private Shop(DokuSandbox sandbox)
    {
        _clientId = sandbox.ClientId;
        _folder = Directory.CreateTempSubdirectory("doku-story-");
        var place = $"Data Source={System.IO.Path.Combine(_folder.FullName, "shop.db")}";
        _database = SqliteFactory.Instance.CreateDataSource(place);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(sandbox.Clock);
        builder
            .Services.AddDoku(options =>
            {
                options.ClientId = sandbox.ClientId;
                options.SecretKey = sandbox.SecretKey;
                options.Environment = DokuEnvironment.Sandbox;
            })
            .AddNotificationLedger(
                NotificationDatabase.Sqlite,
                _ => SqliteFactory.Instance.CreateDataSource(place),
                options => options.PollInterval = TimeSpan.FromHours(1)
            );
        _application = builder.Build();
        _application.UseRouting();
        // Inline, so that an acknowledged notification has taken effect when its sender goes on.
        _application.MapDokuNotifications<PaylaterNotification>(
            Path,
            TakeAsync,
            options => options.Mode = NotificationMode.Inline
        );
    }

    internal static async Task<Shop> OpenAsync(
        DokuSandbox sandbox,
        CancellationToken cancellationToken
    )
    {
        var shop = new Shop(sandbox);
        await shop._application.StartAsync(cancellationToken);
        await using var command = shop._database.CreateCommand(
            "CREATE TABLE parcels (invoice TEXT NOT NULL)"
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
        var merchant = sandbox.Merchants.First();
        merchant.NotificationUrl = new Uri("http://localhost" + Path);
        merchant.NotificationHandler = shop._application.GetTestServer().CreateHandler();
        return shop;
    }

    /// <summary>What the shop believes of an order.</summary>
    internal ValueTask<ContractStatus?> FindAsync(
        string invoice,
        CancellationToken cancellationToken
    ) => Progress.FindAsync(_clientId, invoice, cancellationToken);

    /// <summary>Takes in what a status check said.</summary>
    internal async Task LearnAsync(
        string invoice,
        PaylaterStatus status,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AdvanceAsync(transaction, invoice, status, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>How many parcels left, by invoice number.</summary>
    internal async Task<Dictionary<string, int>> ParcelsAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(
            "SELECT invoice, COUNT(*) FROM parcels GROUP BY invoice"
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var parcels = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            parcels.Add(reader.GetString(0), reader.GetInt32(1));
        }
        return parcels;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _database.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private IOrderProgress Progress => _application.Services.GetRequiredService<IOrderProgress>();

    private async Task TakeAsync(
        Verified<PaylaterNotification> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        var transaction = await scope.BeginTransactionAsync(cancellationToken);
        var told = notification.Value;
        await AdvanceAsync(
            transaction,
            told.Order.InvoiceNumber,
            told.Transaction.Status,
            cancellationToken
        );
    }

    private async Task AdvanceAsync(
        DbTransaction transaction,
        string invoice,
        PaylaterStatus status,
        CancellationToken cancellationToken
    )
    {
        var advance = await Progress.AdvanceAsync(
            transaction,
            _clientId,
            invoice,
            status,
            cancellationToken
        );
        if (!advance.IsNowPaid)
        {
            return;
        }

        await using var send = transaction.Connection!.CreateCommand();
        send.Transaction = transaction;
        send.CommandText = "INSERT INTO parcels (invoice) VALUES (@invoice)";
        send.Parameters.Add(new SqliteParameter("@invoice", invoice));
        await send.ExecuteNonQueryAsync(cancellationToken);
    }
}
