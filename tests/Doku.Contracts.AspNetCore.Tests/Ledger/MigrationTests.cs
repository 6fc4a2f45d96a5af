using System.Data.Common;
using System.Diagnostics;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

public sealed class MigrationTests
{
    [Fact]
    public void Each_step_is_the_next_version_and_leaves_the_build_before_at_work()
    {
        var versions = LedgerMigration.All.Select(step => step.Version).ToList();
        Assert.Equal(Enumerable.Range(LedgerMigration.First, versions.Count), versions);
        Assert.All(
            LedgerMigration.All.Skip(1),
            step => Assert.InRange(step.CompatibleWith, LedgerMigration.First, step.Version - 1)
        );
        Assert.Equal(
            LedgerMigration.All.Select(step => step.CompatibleWith).Order(),
            LedgerMigration.All.Select(step => step.CompatibleWith)
        );
    }
}

public sealed class SqliteMigrationTests : MigrationContract
{
    private readonly SqliteFile _file;

    public SqliteMigrationTests()
        : this(new SqliteFile()) { }

    private SqliteMigrationTests(SqliteFile file)
        : base(file) => _file = file;

    // What a killed process leaves behind is what its files hold at that moment.
    private protected override async Task KillHalfWayAsync(
        Func<Action, DatabaseNotificationInbox> newer
    )
    {
        var left = new Dictionary<string, byte[]>();
        await newer(() => _file.ReadFiles(left)).EnsureCreatedAsync(Token);
        Assert.Equal(
            $"{Current + 2}",
            await AskAsync("SELECT schema_version FROM doku_ledger_version")
        );
        await _file.ReplaceFilesAsync(left);
    }
}

public sealed class PostgresMigrationTests(PostgresServer server)
    : MigrationContract(new PostgresSchema(server))
{
    private protected override async Task KillHalfWayAsync(
        Func<Action, DatabaseNotificationInbox> newer
    )
    {
        // Of the migrations under way, this test's: other tests run on the same server.
        const string kill = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_locks
            WHERE relation = 'doku_orders'::regclass AND mode = 'AccessExclusiveLock'
            """;
        await Assert.ThrowsAnyAsync<DbException>(async () =>
            await newer(() => Assert.Equal("1", AskAsync(kill).GetAwaiter().GetResult()))
                .EnsureCreatedAsync(Token)
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_migration_that_would_wait_for_a_handler_lets_the_others_go_on()
    {
        var old = Old();
        await old.EnsureAsync(Token);
        await using var source = Database.NewSource();
        await using var connection = await source.OpenConnectionAsync(Token);
        await using var handler = await connection.BeginTransactionAsync(Token);
        await using var hold = connection.CreateCommand();
        hold.CommandText = "SELECT count(*) FROM doku_notifications";
        await hold.ExecuteScalarAsync(Token);

        var inbox = OpenInbox();
        var migrating = Task.Run(async () => await inbox.EnsureCreatedAsync(Token), Token);
        var watch = Stopwatch.StartNew();
        while (!migrating.IsCompleted)
        {
            await old.StoreAsync(Stored((int)watch.ElapsedMilliseconds), Token);
        }

        await Assert.ThrowsAnyAsync<DbException>(() => migrating);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        await handler.CommitAsync(Token);
        await inbox.EnsureCreatedAsync(Token);
        Assert.Equal(
            $"{Current}",
            await AskAsync("SELECT schema_version FROM doku_ledger_version")
        );
    }
}
