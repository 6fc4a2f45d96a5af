using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Tests.Shared;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

public sealed class SqliteLedgerTests() : DatabaseLedgerContract(new SqliteFile());

public sealed class SqliteInboxTests() : InboxContract(new SqliteFile());

public sealed class SqliteDeadLetterTests() : DeadLetterContract(new SqliteFile());

public sealed class SqliteOrderProgressTests() : DatabaseOrderProgressContract(new SqliteFile());

public sealed class PostgresLedgerTests(PostgresServer server)
    : DatabaseLedgerContract(new PostgresSchema(server));

public sealed class PostgresInboxTests(PostgresServer server)
    : InboxContract(new PostgresSchema(server));

public sealed class PostgresDeadLetterTests(PostgresServer server)
    : DeadLetterContract(new PostgresSchema(server));

public sealed class PostgresOrderProgressTests(PostgresServer server)
    : DatabaseOrderProgressContract(new PostgresSchema(server));

public sealed class InMemoryOrderProgressTests() : OrderProgressContract(null)
{
    private protected override IOrderProgress OpenProgress() => new InMemoryOrderProgress(Clock);
}

public abstract class DatabaseLedgerContract(TestDatabase database) : LedgerContract(database)
{
    private protected override INotificationLedger Open() => OpenInbox();
}

public abstract class DatabaseOrderProgressContract(TestDatabase database)
    : OrderProgressContract(database)
{
    private protected override IOrderProgress OpenProgress() =>
        new DatabaseOrderProgress(
            new LedgerDatabase(Database.Kind, Database.NewSource(), createsTables: true),
            Clock
        );

    [Theory]
    [InlineData("SUCCESS", "FAILED", "SUCCESS", false)]
    [InlineData("PENDING", "SUCCESS", "SUCCESS", true)]
    [InlineData("FAILED", "PENDING", "PENDING", true)]
    [InlineData("UNHEARD_OF", "EXPIRED", "EXPIRED", true)]
    public async Task What_a_build_before_wrote_without_a_rank_has_its_rank(
        string written,
        string reported,
        string after,
        bool isOpen
    )
    {
        var database = new LedgerDatabase(Database.Kind, Database.NewSource(), createsTables: true);
        var orders = new DatabaseOrderProgress(database, Clock);
        // The status alone, over a row that this build had ranked.
        await orders.AdvanceAsync(null, "MCH-1", "INV-1", new("OTHER", 7, true), Token);
        await AskAsync($"UPDATE doku_orders SET status = '{written}'; SELECT 1");

        var pending = orders.ListAsync("MCH-1", DateTimeOffset.MinValue, Clock.GetUtcNow(), Token);
        Assert.Equal(isOpen, await pending.AnyAsync(Token));
        var advance = await ReportAsync(orders, new(reported));
        Assert.Equal((written, after), (advance.Before?.Value, advance.After.Value));
    }

    [Fact]
    public async Task A_report_in_a_transaction_that_is_undone_changes_nothing()
    {
        var database = new LedgerDatabase(Database.Kind, Database.NewSource(), createsTables: true);
        var orders = new DatabaseOrderProgress(database, Clock);
        await using (var undone = await database.BeginAsync(null, null, Token))
        {
            var advance = await orders.AdvanceAsync(
                undone.Transaction,
                "MCH-1",
                "INV-1",
                Common.PaylaterStatus.Success,
                Token
            );
            Assert.True(advance.IsNowPaid);
        }

        Assert.Null(await orders.FindAsync("MCH-1", "INV-1", Token));
    }
}
