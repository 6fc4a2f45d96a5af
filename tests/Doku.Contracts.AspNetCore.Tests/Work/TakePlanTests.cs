using System.Data.Common;
using System.Globalization;
using Doku.Contracts.AspNetCore.Tests.Ledger;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Tests.Shared;
using Npgsql;

namespace Doku.Contracts.AspNetCore.Tests.Work;

/// <summary>
/// How much PostgreSQL reads to take a few notifications out of a large backlog and to complete one, whatever its
/// statistics say of the table.
/// </summary>
public sealed class TakePlanTests(PostgresServer server) : LedgerTest(new UnpooledSchema(server))
{
    private const int Backlog = 20_000;
    private const int Times = 5;

    // About twenty each for finding, locking and changing four rows; a walk through the backlog is over a hundred thousand.
    private const long MostBlocks = 400;

    [Fact(Timeout = 120_000)]
    public async Task Working_reads_little_of_a_backlog_without_statistics()
    {
        await PrepareAsync();
        await AddAsync(state: 0, dueIn: 0);
        await WorkAndMeasureAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Working_reads_little_of_a_backlog_that_statistics_know_nothing_of()
    {
        await PrepareAsync();
        await AddAsync(state: 2, dueIn: 0);
        await RunAsync("ANALYZE doku_notifications");
        await AddAsync(state: 0, dueIn: 0);
        await WorkAndMeasureAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Working_reads_little_of_what_waits_for_a_retry()
    {
        await PrepareAsync();
        await AddAsync(state: 2, dueIn: 0);
        await RunAsync("ANALYZE doku_notifications");
        await AddAsync(state: 0, dueIn: 3_600_000);
        await AddAsync(state: 0, dueIn: 0, count: 100);
        await WorkAndMeasureAsync();
    }

    private async Task PrepareAsync()
    {
        await OpenInbox().EnsureCreatedAsync(Token);
        // Statistics come when a test says so.
        await RunAsync("ALTER TABLE doku_notifications SET (autovacuum_enabled = off)");
    }

    /// <summary>Adds rows, each of an order of its own.</summary>
    private Task AddAsync(int state, long dueIn, int count = Backlog)
    {
        var moment = Clock.GetUtcNow().ToUnixTimeMilliseconds() - count;
        return RunAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                INSERT INTO doku_notifications (client_id, endpoint, body_hash, contract, request_id, key_id, signed_at,
                  received_at, state, moment, fence, attempts, body, order_key)
                SELECT 'MCH-1', '/notify', 'hash-{state}-{count}-' || i, 'Parcel', 'r', 'k', {moment} + i, {moment} + i, {state},
                  {moment
                    + dueIn} + i, 0, 0, CASE {state} WHEN 0 THEN '{"{}"}'::bytea END, 'order-{state}-{count}-' || i
                FROM generate_series(1, {count}) AS i
                """
            )
        );
    }

    private async Task WorkAndMeasureAsync()
    {
        List<TakenNotification> taken = [];
        var taking = await MeasureAsync(async inbox =>
        {
            var some = await inbox.TakeAsync(Endpoint, 4, Token);
            Assert.Equal(4, some.Count);
            taken.AddRange(some);
        });
        var completing = await MeasureAsync(async inbox =>
        {
            Assert.True(await inbox.CompleteAsync(taken[^1].Lease, Token));
            taken.RemoveAt(taken.Count - 1);
        });
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{taking} blocks to take four, {completing} to complete one"
            )
        );
        Assert.InRange(taking, 1, MostBlocks);
        Assert.InRange(completing, 1, MostBlocks);
    }

    private async Task<long> MeasureAsync(Func<DatabaseNotificationInbox, Task> work)
    {
        var before = await BlocksAsync();
        for (var i = 0; i < Times; i++)
        {
            await work(OpenInbox(createsTables: false));
        }

        return (await BlocksAsync() - before) / Times;
    }

    /// <summary>The table's and its indexes' blocks that sessions have read, those of the cache included.</summary>
    private async Task<long> BlocksAsync()
    {
        // A session reports what it read when it ends, before it is gone from the list of sessions.
        while (
            await AskAsync(
                $"""
                SELECT count(*) FROM pg_stat_activity
                WHERE application_name = '{(
                    (UnpooledSchema)Database
                ).Name}' AND pid <> pg_backend_pid()
                """
            ) != "0"
        )
        {
            await Task.Delay(10, Token);
        }

        return long.Parse(
            (
                await AskAsync(
                    """
                    SELECT heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read FROM pg_statio_user_tables
                    WHERE relid = 'doku_notifications'::regclass
                    """
                )
            )!,
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>A schema to which each statement connects anew.</summary>
    private sealed class UnpooledSchema(PostgresServer server) : TestDatabase
    {
        private string? _connectionString;

        internal string Name { get; } = "take-plan-" + Guid.NewGuid().ToString("N");

        public override NotificationDatabase Kind => NotificationDatabase.PostgreSql;

        public override async ValueTask InitializeAsync() =>
            _connectionString = new NpgsqlConnectionStringBuilder(await server.NewSchemaAsync())
            {
                Pooling = false,
                ApplicationName = Name,
            }.ConnectionString;

        protected override DbDataSource CreateSource() =>
            NpgsqlDataSource.Create(_connectionString!);
    }
}
