using System.Data.Common;
using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>How tables of one build become those of the next, while processes of both run.</summary>
public abstract class MigrationContract(TestDatabase database) : SchemaContract(database)
{
    private const int Streams = 4;
    private const int Each = 50;

    private protected static readonly int Current = LedgerMigration.All[^1].Version;

    private static readonly LedgerMigration s_compatible = new(
        Current + 1,
        Current,
        _ => "ALTER TABLE doku_orders ADD COLUMN amount text;"
    );

    // Takes away what builds before the version before it need.
    private static readonly LedgerMigration s_contracting = new(
        Current + 2,
        Current + 1,
        _ => "ALTER TABLE doku_notifications DROP COLUMN key_id;"
    );

    [Fact]
    public async Task Tables_of_the_build_before_are_migrated_once_by_many_processes()
    {
        var old = Old();
        await old.EnsureAsync(Token);
        await old.StoreAsync(Stored(1), Token);
        await OpenManyAsync();
        Assert.Equal("1", await AskAsync("SELECT count(*) FROM doku_ledger_version"));
        Assert.Equal("2", await AskAsync("SELECT version FROM doku_ledger_version"));
        Assert.Equal(
            $"{Current}",
            await AskAsync("SELECT schema_version FROM doku_ledger_version")
        );
        var taken = await OpenInbox().TakeAsync(Endpoint, Token);
        Assert.Equal(Stored(1).Body.ToArray(), taken!.Notification.Body.ToArray());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_process_of_the_build_before_stores_and_works_while_the_tables_are_migrated()
    {
        var old = Old();
        await old.EnsureAsync(Token);
        var halfway = new TaskCompletionSource();
        var effects = new List<NotificationKey>();
        var oldStreams = Enumerable
            .Range(0, Streams)
            .Select(stream => Task.Run(() => OldStreamAsync(stream), Token));
        var work = Task.WhenAll([.. oldStreams, Task.Run(NewStreamAsync, Token)]);
        await work;

        await DrainAsync();
        Assert.Equal(Streams * Each + Each, effects.Count);
        Assert.Equal(effects.Count, effects.Distinct().Count());
        Assert.Equal(
            $"{effects.Count}",
            await AskAsync("SELECT count(*) FROM doku_notifications WHERE state = 2")
        );
        // Restarted, the old process works as before.
        await old.EnsureAsync(Token);
        Assert.True(await old.StoreAsync(Stored(9999), Token));
        var dead = (await old.TakeAsync(Token))!.Value;
        Assert.True(await old.FailAsync(dead, Token));
        Assert.Single(await OpenInbox().ListDeadAsync(10, null, Token));

        async Task OldStreamAsync(int stream)
        {
            for (var i = 0; i < Each; i++)
            {
                Assert.True(await old.StoreAsync(Stored(stream * Each + i), Token));
                if (await old.TakeAsync(Token) is { } taken)
                {
                    Assert.True(await old.CompleteAsync(taken, Token));
                    Add(taken.Key);
                }

                if (i == Each / 4)
                {
                    halfway.TrySetResult();
                }
            }
        }

        async Task NewStreamAsync()
        {
            await halfway.Task;
            var inbox = OpenInbox();
            for (var i = 0; i < Each; i++)
            {
                await inbox.StoreAsync(Stored(Streams * Each + i), null, Token);
                await TakeNewAsync(inbox);
            }
        }

        async Task<bool> TakeNewAsync(DatabaseNotificationInbox inbox)
        {
            if (await inbox.TakeAsync(Endpoint, Token) is not { } taken)
            {
                return false;
            }

            Assert.True(await inbox.CompleteAsync(taken.Lease, Token));
            Add(taken.Lease.Key);
            return true;
        }

        async Task DrainAsync()
        {
            var inbox = OpenInbox();
            while (await TakeNewAsync(inbox)) { }
        }

        void Add(NotificationKey key)
        {
            lock (effects)
            {
                effects.Add(key);
            }
        }
    }

    [Fact]
    public async Task Where_none_may_be_created_older_tables_name_the_script_that_migrates_them()
    {
        var old = Old();
        await old.EnsureAsync(Token);
        var exception = await Assert.ThrowsAsync<LedgerSchemaException>(async () =>
            await OpenInbox(createsTables: false).CountAsync(Token)
        );
        Assert.Contains(
            $"NotificationLedgerScript.For(NotificationDatabase.{Database.Kind}, 2)",
            exception.Message,
            StringComparison.Ordinal
        );

        var script = NotificationLedgerScript.For(Database.Kind, 2);
        await RunAsync(script);
        Assert.True(await OpenInbox(createsTables: false).StoreAsync(Stored(1), null, Token));
        await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(script));
        Assert.NotNull(await old.TakeAsync(Token));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            NotificationLedgerScript.For(Database.Kind, Current)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            NotificationLedgerScript.For(Database.Kind, 1)
        );
    }

    [Fact]
    public async Task Tables_of_a_newer_build_that_are_still_compatible_are_used()
    {
        await Newer(s_compatible).EnsureCreatedAsync(Token);
        var inbox = OpenInbox(createsTables: false);
        Assert.True(await inbox.StoreAsync(Stored(1), null, Token));
        Assert.NotNull(await inbox.TakeAsync(Endpoint, Token));
        Assert.Equal(
            $"{Current + 1}",
            await AskAsync("SELECT schema_version FROM doku_ledger_version")
        );
    }

    [Fact]
    public async Task Tables_of_a_newer_build_that_are_no_longer_compatible_refuse_older_builds()
    {
        await Newer(s_compatible, s_contracting).EnsureCreatedAsync(Token);
        var exception = await Assert.ThrowsAsync<LedgerSchemaException>(async () =>
            await OpenInbox().StoreAsync(Stored(1), null, Token)
        );
        Assert.Equal(
            $"The notification ledger's tables are of version {Current + 2}, for programs of version {Current + 1} and later; this library is of version {Current}.",
            exception.Message
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => Old().EnsureAsync(Token));
    }

    [Fact]
    public async Task A_process_that_runs_is_told_when_a_newer_build_takes_away_what_it_needs()
    {
        var running = OpenInbox();
        await running.StoreAsync(Stored(1), null, Token);
        await Newer(s_compatible).EnsureCreatedAsync(Token);
        await running.StoreAsync(Stored(2), null, Token);
        await Newer(s_compatible, s_contracting).EnsureCreatedAsync(Token);
        await Assert.ThrowsAnyAsync<DbException>(async () =>
            await running.StoreAsync(Stored(3), null, Token)
        );
        await Assert.ThrowsAsync<LedgerSchemaException>(async () =>
            await running.StoreAsync(Stored(3), null, Token)
        );
        Assert.Equal("2", await AskAsync("SELECT count(*) FROM doku_notifications"));
    }

    [Fact]
    public async Task A_migration_that_fails_half_way_changes_nothing()
    {
        await OpenInbox().EnsureCreatedAsync(Token);
        var broken = new LedgerMigration(
            Current + 2,
            Current + 1,
            _ => "ALTER TABLE doku_orders ADD COLUMN note text; SELECT missing FROM nothing;"
        );
        await Assert.ThrowsAnyAsync<DbException>(async () =>
            await Newer(s_compatible, broken).EnsureCreatedAsync(Token)
        );
        await AssertUsableAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Killed_half_way_a_migration_leaves_what_was_there()
    {
        await OpenInbox().EnsureCreatedAsync(Token);
        await KillHalfWayAsync(kill =>
            Newer(
                s_compatible,
                new(
                    Current + 2,
                    Current + 1,
                    _ =>
                    {
                        kill();
                        return "ALTER TABLE doku_orders ADD COLUMN note text;";
                    }
                )
            )
        );
        await AssertUsableAsync();
    }

    /// <summary>Migrates, and breaks off where the first of two steps is done and the second not begun.</summary>
    private protected abstract Task KillHalfWayAsync(Func<Action, DatabaseNotificationInbox> newer);

    private protected Version2Inbox Old() => new(Database.Kind, Database.NewSource(), Clock);

    /// <summary>A build whose tables have gone further.</summary>
    private protected DatabaseNotificationInbox Newer(params LedgerMigration[] more) =>
        new(
            new LedgerDatabase(
                Database.Kind,
                Database.NewSource(),
                createsTables: true,
                [.. LedgerMigration.All, .. more]
            ),
            new NotificationLedgerOptions(),
            Clock
        );

    private async Task AssertUsableAsync()
    {
        Assert.Equal(
            $"{Current}",
            await AskAsync("SELECT schema_version FROM doku_ledger_version")
        );
        var inbox = OpenInbox();
        Assert.True(await inbox.StoreAsync(Stored(1), null, Token));
        Assert.NotNull(await inbox.TakeAsync(Endpoint, Token));
        await Newer(s_compatible).EnsureCreatedAsync(Token);
        Assert.Equal(
            $"{Current + 1}",
            await AskAsync("SELECT schema_version FROM doku_ledger_version")
        );
    }
}
