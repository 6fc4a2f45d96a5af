using Doku.Contracts.AspNetCore;
using Doku.Contracts.LedgerCampaign.Hosts;
using Doku.Contracts.LedgerCampaign.Planning;
using Doku.Contracts.Tests.Shared;
using Npgsql;

namespace Doku.Contracts.LedgerCampaign.Faults;

/// <summary>The campaign's database: a SQLite file, or a PostgreSQL server behind a network for each process.</summary>
internal sealed class CampaignServer : IAsyncDisposable
{
    private readonly PostgresCluster? _cluster;
    private readonly TcpProxy[] _networks;

    private CampaignServer(HostDatabase database, PostgresCluster? cluster, TcpProxy[] networks)
    {
        Database = database;
        _cluster = cluster;
        _networks = networks;
    }

    /// <summary>The database, reached directly.</summary>
    internal HostDatabase Database { get; }

    internal PostgresCluster Cluster => _cluster!;

    internal TcpProxy NetworkOf(int host) => _networks[host];

    /// <exception cref="InvalidOperationException">There is no PostgreSQL on this machine.</exception>
    internal static async Task<CampaignServer> StartAsync(CampaignSettings settings)
    {
        if (settings.Database == NotificationDatabase.Sqlite)
        {
            return new(
                await HostDatabase.CreateAsync(
                    settings.Database,
                    () => throw new InvalidOperationException("SQLite has no schema.")
                ),
                null,
                []
            );
        }

        var cluster = new PostgresCluster(
            PostgresCluster.FindPrograms()
                ?? throw new InvalidOperationException(PostgresCluster.Missing)
        );
        await cluster.StartAsync();
        // Without a pool: a connection to a server that was killed is used once and no more.
        var database = await HostDatabase.CreateAsync(
            settings.Database,
            () => Task.FromResult(cluster.ConnectionString + ";Pooling=false")
        );
        return new(
            database,
            cluster,
            [.. Enumerable.Range(0, settings.Hosts).Select(_ => new TcpProxy(cluster.Port))]
        );
    }

    /// <summary>What a process connects to.</summary>
    internal string ConnectionStringOf(int host) =>
        _cluster is null
            ? Database.ConnectionString
            : new NpgsqlConnectionStringBuilder(_cluster.ConnectionString)
            {
                Port = _networks[host].Port,
                MaxPoolSize = 30,
                Timeout = 5,
                CommandTimeout = 5,
            }.ConnectionString;

    /// <summary>Lets PostgreSQL say that its disk is full whenever a row of campaign_full says so.</summary>
    internal async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_cluster is null)
        {
            return;
        }

        await Database.ExecuteAsync(
            """
            CREATE TABLE campaign_full (at_commit boolean NOT NULL);
            CREATE FUNCTION campaign_write() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF EXISTS (SELECT 1 FROM campaign_full WHERE at_commit = (TG_ARGV[0] = 'commit')) THEN
                RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
              END IF;
              RETURN NEW;
            END $$;
            """,
            cancellationToken
        );
        foreach (var table in new[] { "effects", "doku_notifications", "doku_orders" })
        {
            await Database.ExecuteAsync(
                $"""
                CREATE TRIGGER campaign_full BEFORE INSERT OR UPDATE ON {table}
                  FOR EACH ROW EXECUTE FUNCTION campaign_write('statement');
                CREATE CONSTRAINT TRIGGER campaign_full_commit AFTER INSERT OR UPDATE ON {table}
                  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION campaign_write('commit');
                """,
                cancellationToken
            );
        }
    }

    /// <summary>Fills PostgreSQL's disk for a while.</summary>
    internal async Task FillAsync(
        bool atCommit,
        TimeSpan duration,
        CancellationToken cancellationToken
    )
    {
        var value = atCommit ? "true" : "false";
        await Database.ExecuteAsync(
            $"INSERT INTO campaign_full VALUES ({value})",
            cancellationToken
        );
        await Task.Delay(duration, cancellationToken);
        await Database.ExecuteAsync("DELETE FROM campaign_full", cancellationToken);
    }

    /// <summary>Holds a lock on the whole SQLite file for a while.</summary>
    internal async Task LockAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var connection = await Database.Source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync(cancellationToken);
        await Task.Delay(duration, cancellationToken);
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Terminates all sessions of the PostgreSQL server.</summary>
    internal Task TerminateAsync(CancellationToken cancellationToken) =>
        Database.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
            cancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var network in _networks)
        {
            await network.DisposeAsync();
        }

        await Database.DisposeAsync();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }
}
