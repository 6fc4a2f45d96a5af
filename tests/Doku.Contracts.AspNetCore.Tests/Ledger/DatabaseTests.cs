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
