using System.Data.Common;
using System.Diagnostics;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;

namespace Doku.Contracts.Crash.Host;

/// <summary>
/// A shop's handler as the README shows it, with a trick: a row in <c>effects</c> and the order's status, in the ledger's
/// transaction. No constraint keeps a second row out: what is applied twice shows.
/// </summary>
internal sealed class TrickHandler(HostSettings settings, TrickBook tricks)
{
    internal async Task HandleAsync(
        Verified<PaylaterNotification> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        var trick = tricks.Next(
            notification.Value.Transaction.OriginalRequestId,
            scope.Key.BodyHash
        );
        await BeforeAsync(trick);
        var order = notification.Value.Order;
        DbTransaction transaction;
        try
        {
            transaction = await scope.BeginTransactionAsync(cancellationToken);
            await scope.AdvanceOrderAsync(
                order.InvoiceNumber,
                notification.Value.Transaction.Status,
                order.Amount,
                order.InvoiceNumber.StartsWith(HostSettings.UnknownOrder, StringComparison.Ordinal)
                    ? null
                    : HostSettings.OrderAmount,
                cancellationToken
            );
        }
        catch (Exception) when (trick == Trick.SwallowAll)
        {
            return;
        }

        try
        {
            await RunAsync(
                transaction,
                $"INSERT INTO effects (body_hash, process_id) VALUES ('{scope.Key.BodyHash}', {Environment.ProcessId})",
                cancellationToken
            );
        }
        catch (DbException)
            when (trick == Trick.SwallowAll && settings.Database == NotificationDatabase.PostgreSql)
        {
            // SQLite goes on after a statement's error, and nobody but the handler knows of it: so not there.
            return;
        }

        await AfterAsync(trick, transaction, cancellationToken);
    }

    private async Task BeforeAsync(Trick trick)
    {
        switch (trick)
        {
            case Trick.Throw:
            case Trick.AlwaysThrow:
                throw new InvalidOperationException("This attempt fails on purpose.");
            case Trick.FailForGood:
                throw new NotSupportedException("No attempt can succeed.");
            case Trick.TimeOut:
                await Task.Delay(TimeSpan.FromMilliseconds(200));
                throw new TimeoutException("A service of the shop didn't answer.");
            case Trick.BlockBeforeTransaction:
                Block();
                break;
            case Trick.CrashBeforeTransaction:
                await DieAsync();
                break;
        }
    }

    private async Task AfterAsync(
        Trick trick,
        DbTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        switch (trick)
        {
            case Trick.SwallowDuplicate:
                try
                {
                    await RunAsync(transaction, "INSERT INTO once VALUES (1)", cancellationToken);
                }
                catch (DbException)
                {
                    // As a handler does that takes it for a notification that came twice.
                }

                break;
            case Trick.RollBack:
                await transaction.RollbackAsync(cancellationToken);
                break;
            case Trick.RollBackInSql:
                await RunAsync(transaction, "ROLLBACK", cancellationToken);
                break;
            case Trick.DisposeTransaction:
                await transaction.DisposeAsync();
                break;
            case Trick.CloseConnection:
                await transaction.Connection!.CloseAsync();
                break;
            case Trick.ThrowAfterWriting:
                throw new InvalidOperationException("This attempt fails after it has written.");
            case Trick.BlockWithinTransaction:
                Block();
                break;
            case Trick.HangWithinTransaction:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case Trick.CrashWithinTransaction:
                await DieAsync();
                break;
            case Trick.ExitWithinTransaction:
                // On a thread of its own: it waits for the host to stop, and the host for this handler.
                new Thread(() => Environment.Exit(3)).Start();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
        }
    }

    private void Block() => Thread.Sleep(settings.LeaseTime * 1.5);

    private static async Task DieAsync()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task RunAsync(
        DbTransaction transaction,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
