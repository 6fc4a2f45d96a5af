using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>How the tables come to be, and what happens where they are wrong.</summary>
public abstract class SchemaContract(TestDatabase database) : LedgerTest(database)
{
    [Fact]
    public async Task Many_processes_that_start_at_once_create_the_tables_once()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(async () => await OpenInbox().EnsureCreatedAsync(Token), Token)
                )
        );
        Assert.Equal("1", await AskAsync("SELECT count(*) FROM doku_ledger_version"));
    }

    [Fact]
    public async Task The_script_makes_what_the_ledger_needs_and_may_run_again()
    {
        await RunAsync(NotificationLedgerScript.For(Database.Kind));
        await RunAsync(NotificationLedgerScript.For(Database.Kind));
        var inbox = OpenInbox(createsTables: false);
        Assert.True(await inbox.StoreAsync(Stored(1), null, Token));
        Assert.NotNull(await inbox.TakeAsync(Endpoint, Token));
    }

    [Fact]
    public async Task Missing_tables_are_named_where_none_may_be_created()
    {
        var exception = await Assert.ThrowsAsync<LedgerSchemaException>(async () =>
            await OpenInbox(createsTables: false).CountAsync(Token)
        );
        Assert.Contains("NotificationLedgerScript", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_another_version_are_refused()
    {
        await OpenInbox().EnsureCreatedAsync(Token);
        await RunAsync("UPDATE doku_ledger_version SET version = 7");
        var exception = await Assert.ThrowsAsync<LedgerSchemaException>(async () =>
            await OpenInbox().StoreAsync(Stored(1), null, Token)
        );
        Assert.Contains("version 7", exception.Message, StringComparison.Ordinal);
        await RunAsync("DELETE FROM doku_ledger_version");
        await Assert.ThrowsAsync<LedgerSchemaException>(async () =>
            await OpenInbox().CountAsync(Token)
        );
    }
}
