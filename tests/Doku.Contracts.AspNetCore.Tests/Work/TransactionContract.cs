using System.Data.Common;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Common;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.AspNetCore.Tests.Work;

public sealed class SqliteTransactionTests() : TransactionContract(new SqliteFile())
{
    [Theory(Timeout = 60_000)]
    [InlineData("INSERT OR ROLLBACK INTO shipped VALUES ('INV-1')")]
    public Task An_error_that_undid_the_transaction_isnt_an_effect(string sql) =>
        AssertNoEffectAsync(scope => ShipTwiceAsync(scope, sql));

    [Fact(Timeout = 60_000)]
    public async Task A_caught_error_leaves_the_transaction_to_be_committed()
    {
        await using var shop = await OpenAsync(NotificationMode.Inline);
        shop.Shop.ScopedWork = (scope, _) => ShipTwiceAsync(scope, Ship);
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        Assert.Equal(1L, await CountAsync());
    }
}

public sealed class PostgresTransactionTests(PostgresServer server)
    : TransactionContract(new PostgresSchema(server))
{
    [Fact(Timeout = 60_000)]
    public Task A_caught_error_aborts_the_transaction_which_isnt_an_effect() =>
        AssertNoEffectAsync(scope => ShipTwiceAsync(scope, Ship));

    // The driver sees that the transaction is over. SQLite's doesn't: there such a notification is done, and fails once.
    [Fact(Timeout = 60_000)]
    public Task A_commit_in_SQL_fails_the_delivery() => AssertCommitFailsAsync("COMMIT");
}

/// <summary>
/// What a handler may do to the ledger's transaction: nothing is reported as done that the database doesn't keep.
/// </summary>
public abstract class TransactionContract(TestDatabase database) : IAsyncLifetime
{
    private protected const string Ship = "INSERT INTO shipped VALUES ('INV-1')";
    private protected static readonly Notification Good = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        await using var command = database
            .NewSource()
            .CreateCommand("CREATE TABLE shipped (id text PRIMARY KEY)");
        await command.ExecuteNonQueryAsync(Cancel);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return database.DisposeAsync();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("rollback")]
    [InlineData("dispose")]
    [InlineData("close")]
    [InlineData("ROLLBACK")]
    public Task A_transaction_that_the_handler_undoes_isnt_an_effect(string ending) =>
        AssertNoEffectAsync(async scope =>
        {
            var transaction = await scope.BeginTransactionAsync(Cancel);
            await RunAsync(transaction, Ship);
            await EndAsync(transaction, ending);
        });

    [Fact(Timeout = 60_000)]
    public Task A_transaction_that_the_handler_commits_itself_fails_the_delivery() =>
        AssertCommitFailsAsync("commit");

    [Fact(Timeout = 60_000)]
    public Task A_transaction_that_didnt_begin_isnt_an_effect_though_the_handler_catches_the_error() =>
        AssertNoEffectAsync(async scope =>
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                scope.BeginTransactionAsync(new CancellationToken(true)).AsTask()
            )
        );

    [Fact(Timeout = 60_000)]
    public Task A_report_that_wasnt_taken_in_isnt_an_effect_though_the_handler_catches_the_error() =>
        AssertNoEffectAsync(async scope =>
        {
            await RunAsync(await scope.BeginTransactionAsync(Cancel), Ship);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                scope
                    .AdvanceOrderAsync(
                        "INV-1",
                        PaylaterStatus.Success,
                        1,
                        1,
                        new CancellationToken(true)
                    )
                    .AsTask()
            );
        });

    [Theory(Timeout = 60_000)]
    [InlineData(NotificationMode.Inline)]
    [InlineData(NotificationMode.Inbox)]
    public async Task A_dead_letter_that_the_handler_catches_is_one(NotificationMode mode)
    {
        await using var shop = await OpenAsync(mode);
        shop.Shop.ScopedWork = async (scope, _) =>
            await Assert.ThrowsAsync<DeadLetterException>(() =>
                scope.AdvanceOrderAsync("INV-1", PaylaterStatus.Success, 1, 2, Cancel).AsTask()
            );
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilAsync(counts => counts.Dead == 1);
        var dead = Assert.Single(await shop.Inbox.ListDeadAsync(10, null, Cancel));
        Assert.Equal("another amount than the order's", dead.Failure);
        AssertNothingReported(shop);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_call_of_the_scope_that_the_handler_repeats_with_success_is_mended()
    {
        await using var shop = await OpenAsync(NotificationMode.Inline);
        shop.Shop.ScopedWork = async (scope, _) =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                scope.BeginTransactionAsync(new CancellationToken(true)).AsTask()
            );
            await RunAsync(await scope.BeginTransactionAsync(Cancel), Ship);
            await Assert.ThrowsAsync<DeadLetterException>(() =>
                scope.AdvanceOrderAsync("INV-1", PaylaterStatus.Success, 1, null, Cancel).AsTask()
            );
            await scope.AdvanceOrderAsync("INV-1", PaylaterStatus.Success, 1, 1, Cancel);
        };
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        Assert.Equal(1L, await CountAsync());
    }

    private protected async Task AssertCommitFailsAsync(string ending)
    {
        await using var shop = await OpenAsync(NotificationMode.Inbox);
        shop.Shop.ScopedWork = async (scope, _) =>
        {
            var transaction = await scope.BeginTransactionAsync(Cancel);
            await RunAsync(transaction, $"INSERT INTO shipped VALUES ('{scope.Attempt}')");
            await EndAsync(transaction, ending);
        };
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilAsync(counts => counts.Dead == 1);
        Assert.Equal(2, shop.Shop.Handled.Count);
        AssertNothingReported(shop);
    }

    /// <summary>In either mode a handler whose writes are undone fails, until one comes whose writes are kept.</summary>
    private protected async Task AssertNoEffectAsync(Func<NotificationScope, Task> work)
    {
        await using (var inline = await OpenAsync(NotificationMode.Inline))
        {
            inline.Shop.ScopedWork = (scope, _) => work(scope);
            Assert.Equal(500, (await inline.Shop.SendAsync(Good)).Status);
            Assert.Equal(500, (await inline.Shop.SendAsync(Good)).Status);
            Assert.Equal(2, inline.Shop.Handled.Count);
            AssertNothingReported(inline);
        }

        await using var inbox = await OpenAsync(NotificationMode.Inbox);
        inbox.Shop.ScopedWork = (scope, _) => work(scope);
        Assert.Equal(200, (await inbox.Shop.SendAsync(Good)).Status);
        await inbox.UntilAsync(counts => counts.Dead == 1);
        Assert.Equal(2, inbox.Shop.Handled.Count);
        AssertNothingReported(inbox);
        Assert.Equal(0L, await CountAsync());

        inbox.Shop.ScopedWork = async (scope, _) =>
            await RunAsync(await scope.BeginTransactionAsync(Cancel), Ship);
        var dead = Assert.Single(await inbox.Inbox.ListDeadAsync(10, null, Cancel));
        Assert.Equal(2, dead.Attempts);
        Assert.True(await inbox.Inbox.ReplayAsync(dead.Notification.Key, Cancel));
        await inbox.UntilDoneAsync();
        Assert.Equal(1L, await CountAsync());
    }

    private protected Task<InboxShop> OpenAsync(NotificationMode mode) =>
        InboxShop.OpenAsync(
            database,
            ledger => ledger.MaxAttempts = 2,
            options => options.Mode = mode
        );

    private protected async Task<long> CountAsync()
    {
        await using var command = database
            .NewSource()
            .CreateCommand("SELECT count(*) FROM shipped");
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>Ships, ships again, and takes the second's error for a harmless one.</summary>
    private protected static async Task ShipTwiceAsync(NotificationScope scope, string again)
    {
        var transaction = await scope.BeginTransactionAsync(Cancel);
        await RunAsync(transaction, Ship);
        await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(transaction, again));
    }

    private protected static async Task RunAsync(DbTransaction transaction, string sql)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task EndAsync(DbTransaction transaction, string ending)
    {
        switch (ending)
        {
            case "commit":
                await transaction.CommitAsync(Cancel);
                break;
            case "rollback":
                await transaction.RollbackAsync(Cancel);
                break;
            case "dispose":
                await transaction.DisposeAsync();
                break;
            case "close":
                await transaction.Connection!.DisposeAsync();
                break;
            default:
                await RunAsync(transaction, ending);
                break;
        }
    }

    private static void AssertNothingReported(InboxShop shop) =>
        Assert.DoesNotContain(shop.Shop.Log.Lines, line => line.Event.Id == 2004);
}
