using System.Data.Common;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Crash.Host;

/// <summary>
/// The shop's work: a row in <c>effects</c> and the order's status, in the ledger's transaction. No constraint keeps a
/// second row out: what is applied twice shows.
/// </summary>
internal sealed class Handler(
    HostSettings settings,
    DbDataSource starts,
    CrashSwitch crash,
    IOrderProgress orders
)
{
    internal async Task HandleAsync(
        Verified<PaylaterNotification> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        var key = scope.Key;
        if (settings.CountsStarts)
        {
            await using var connection = await starts.OpenConnectionAsync(cancellationToken);
            await InsertAsync("starts", connection, null, key, cancellationToken);
        }

        crash.Pass(CrashPoint.Claimed);
        var transaction = await scope.BeginTransactionAsync(cancellationToken);
        await InsertAsync("effects", transaction.Connection!, transaction, key, cancellationToken);
        await orders.AdvanceAsync(
            transaction,
            key.ClientId,
            notification.Value.Order.InvoiceNumber,
            notification.Value.Transaction.Status,
            cancellationToken
        );
        if (scope.Attempt == 1 && HostSettings.Fails(key.BodyHash, settings.FailsOneIn))
        {
            throw new InvalidOperationException("This first attempt fails on purpose.");
        }

        crash.Pass(CrashPoint.Written);
        scope.Services.GetRequiredService<Attempt>().HasSucceeded = true;
    }

    private static async Task InsertAsync(
        string table,
        DbConnection connection,
        DbTransaction? transaction,
        NotificationKey key,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"INSERT INTO {table} (body_hash, process_id) VALUES ('{key.BodyHash}', {Environment.ProcessId})";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
