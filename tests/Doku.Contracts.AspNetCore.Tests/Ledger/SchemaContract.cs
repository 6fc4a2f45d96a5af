using System.Data.Common;
using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>How the tables come to be, and what happens where they are wrong.</summary>
public abstract class SchemaContract(TestDatabase database) : LedgerTest(database)
{
    [Fact]
    public async Task Many_processes_that_start_at_once_create_the_tables_once()
    {
        await OpenManyAsync();
        Assert.Equal("1", await AskAsync("SELECT count(*) FROM doku_ledger_version"));
    }

    [Fact]
    public async Task The_script_makes_what_the_ledger_needs()
    {
        await RunAsync(NotificationLedgerScript.For(Database.Kind));
        var inbox = OpenInbox(createsTables: false);
        Assert.True(await inbox.StoreAsync(Stored(1), null, Token));
        Assert.NotNull(await inbox.TakeAsync(Endpoint, Token));
    }

    [Fact]
    public async Task A_script_that_runs_again_fails_and_changes_nothing()
    {
        var script = NotificationLedgerScript.For(Database.Kind);
        await RunAsync(script);
        await OpenInbox(createsTables: false).StoreAsync(Stored(1), null, Token);
        await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(script));
        Assert.NotNull(await OpenInbox(createsTables: false).TakeAsync(Endpoint, Token));
    }

    [Fact]
    public async Task Missing_tables_are_named_where_none_may_be_created()
    {
        var exception = await Assert.ThrowsAsync<LedgerSchemaException>(async () =>
            await OpenInbox(createsTables: false).CountAsync(Token)
        );
        Assert.Contains(
            $"NotificationLedgerScript.For(NotificationDatabase.{Database.Kind})",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("UPDATE doku_ledger_version SET schema_version = 1", "version 1")]
    [InlineData("DELETE FROM doku_ledger_version", "no row")]
    [InlineData("INSERT INTO doku_ledger_version VALUES (3, 3)", "several rows")]
    public async Task Tables_whose_version_is_wrong_are_refused(string change, string word)
    {
        await OpenInbox().EnsureCreatedAsync(Token);
        await RunAsync(change);
        var exception = await Assert.ThrowsAsync<LedgerSchemaException>(async () =>
            await OpenInbox().CountAsync(Token)
        );
        Assert.Contains(word, exception.Message, StringComparison.Ordinal);
    }

    private protected Task OpenManyAsync() =>
        Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(async () => await OpenInbox().EnsureCreatedAsync(Token), Token)
                )
        );
}
