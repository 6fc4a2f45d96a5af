using System.Data;
using System.Data.Common;
using System.Globalization;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Tests.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Doku.Contracts.AspNetCore.Tests.Work;

/// <summary>What a notification costs, counted beneath the driver, and printed.</summary>
public sealed class CostTests(PostgresServer server)
{
    private const int Count = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public async Task In_PostgreSQL_one_round_trip_stores_and_three_at_most_work(
        bool hasTransaction,
        int most
    )
    {
        await using var wire = new PostgresWire(await server.NewSchemaAsync());
        await using var database = new WiredDatabase(wire.ConnectionString);
        var (stored, alone, backlog) = await MeasureAsync(
            database,
            hasTransaction,
            () => wire.Counts
        );
        Write("PostgreSQL", hasTransaction, stored, alone, backlog);
        Assert.Equal(1, stored.RoundTrips);
        Assert.InRange(alone.RoundTrips, 1, most);
        Assert.InRange(backlog.RoundTrips, 1, most);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false, 4)]
    [InlineData(true, 6)]
    public async Task In_SQLite_two_statements_store_and_six_at_most_work(
        bool hasTransaction,
        int most
    )
    {
        await using var file = new TracedFile();
        var (stored, alone, backlog) = await MeasureAsync(
            file,
            hasTransaction,
            () => (0, file.Statements)
        );
        Write("SQLite", hasTransaction, stored, alone, backlog);
        // Each connection sets its busy timeout first: once to store; to work, once to take and once to complete.
        Assert.Equal(2, stored.Statements);
        Assert.InRange(alone.Statements, 1, most);
        Assert.InRange(backlog.Statements, 1, most);
    }

    private static async Task<(Cost Stored, Cost Alone, Cost Backlog)> MeasureAsync(
        TestDatabase database,
        bool hasTransaction,
        Func<(int RoundTrips, int Statements)> counts
    )
    {
        var isOpen = new TaskCompletionSource();
        await using var shop = await InboxShop.OpenAsync(database);
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            await isOpen.Task.WaitAsync(token);
            if (hasTransaction)
            {
                await scope.BeginTransactionAsync(token);
            }
        };

        // Connections are opened and tables created. Then the workers are busy, and what comes is stored alone.
        for (var i = 0; i < 4; i++)
        {
            await SendAsync(shop, i);
        }

        await shop.UntilAsync(inbox => inbox.Working == 4);
        await Task.Delay(200, Cancel);
        var before = counts();
        for (var i = 4; i < 4 + Count; i++)
        {
            await SendAsync(shop, i);
        }

        var stored = Cost.Between(before, counts(), Count);
        before = counts();
        isOpen.SetResult();
        await UntilDoneAsync(shop, 4 + Count);
        var backlog = Cost.Between(before, counts(), 4 + Count);

        before = counts();
        for (var i = 0; i < Count; i++)
        {
            await SendAsync(shop, 100 + i);
            await UntilDoneAsync(shop, 5 + Count + i);
        }

        var both = Cost.Between(before, counts(), Count);
        return (stored, both - stored, backlog);
    }

    private static async Task SendAsync(InboxShop shop, int number) =>
        Assert.Equal(
            200,
            (
                await shop.Shop.SendAsync(
                    new Notification { Body = $$"""{"id":"INV-{{number}}"}""" }
                )
            ).Status
        );

    private static async Task UntilDoneAsync(InboxShop shop, int count)
    {
        while (shop.Shop.Log.Lines.Count(line => line.Event.Id == 2004) < count)
        {
            await Task.Delay(2, Cancel);
        }
    }

    private static void Write(
        string database,
        bool hasTransaction,
        Cost stored,
        Cost alone,
        Cost backlog
    ) =>
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{database}, {(hasTransaction ? "with" : "without")} a transaction: store {stored}; work one that comes alone {alone}; work a backlog {backlog}."
            )
        );

    private readonly record struct Cost(double RoundTrips, double Statements)
    {
        internal static Cost Between((int, int) before, (int, int) after, int count) =>
            new(
                (double)(after.Item1 - before.Item1) / count,
                (double)(after.Item2 - before.Item2) / count
            );

        public static Cost operator -(Cost all, Cost part) =>
            new(all.RoundTrips - part.RoundTrips, all.Statements - part.Statements);

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{RoundTrips:0.00} round trips, {Statements:0.00} statements"
            );
    }

    private sealed class WiredDatabase(string connectionString) : TestDatabase
    {
        public override NotificationDatabase Kind => NotificationDatabase.PostgreSql;

        protected override DbDataSource CreateSource() => NpgsqlDataSource.Create(connectionString);
    }

    /// <summary>A SQLite file whose engine tells each statement.</summary>
    private sealed class TracedFile : TestDatabase
    {
        private readonly SqliteFile _file = new();
        private int _statements;

        internal int Statements => Volatile.Read(ref _statements);

        public override NotificationDatabase Kind => NotificationDatabase.Sqlite;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await _file.DisposeAsync();
        }

        protected override DbDataSource CreateSource() =>
            new TracedSource(_file.ConnectionString, () => Interlocked.Increment(ref _statements));
    }

    private sealed class TracedSource(string connectionString, Action ran) : DbDataSource
    {
        public override string ConnectionString => connectionString;

        protected override DbConnection CreateDbConnection()
        {
            var connection = new SqliteConnection(connectionString);
            connection.StateChange += (_, change) =>
            {
                if (change.CurrentState == ConnectionState.Open)
                {
                    raw.sqlite3_trace(connection.Handle, (object _, string _) => ran(), null);
                }
            };
            return connection;
        }
    }
}
