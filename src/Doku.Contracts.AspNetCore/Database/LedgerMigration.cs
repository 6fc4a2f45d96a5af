namespace Doku.Contracts.AspNetCore;

/// <summary>One step of the ledger's tables from a version to the next.</summary>
/// <param name="Version">The tables' version after it.</param>
/// <param name="CompatibleWith">The oldest build, by its version of the tables, that can work with them after it.</param>
/// <param name="Script">What it says in a dialect.</param>
internal sealed record LedgerMigration(
    int Version,
    int CompatibleWith,
    Func<SqlDialect, string> Script
)
{
    /// <summary>The first version whose tables can be migrated.</summary>
    internal const int First = 2;

    /// <summary>
    /// In order. A step either adds, and builds of the version before go on working; or takes away what no build of the
    /// version before needs any more. So a step's CompatibleWith is never its own version.
    /// </summary>
    internal static IReadOnlyList<LedgerMigration> All { get; } =
    [
        new(
            First,
            First,
            dialect =>
                $"""
                    CREATE TABLE IF NOT EXISTS doku_ledger_version (
                      -- the oldest build that can work with these tables; a build of version 2 demands its own number
                      version integer NOT NULL
                    );
                    CREATE TABLE IF NOT EXISTS doku_notifications (
                      client_id text NOT NULL,
                      endpoint text NOT NULL,
                      body_hash text NOT NULL,
                      contract text NOT NULL,
                      request_id text NOT NULL,
                      key_id text NOT NULL,
                      signed_at bigint NOT NULL,
                      received_at bigint NOT NULL,
                      -- 0 waiting, 1 being worked on, 2 done, 3 dead
                      state integer NOT NULL,
                      -- waiting: when it is due; being worked on: when the lease ends; done and dead: since when.
                      -- All times are milliseconds since 1970-01-01 UTC.
                      moment bigint NOT NULL,
                      -- grows with each claim: what was claimed before can't be completed any more
                      fence bigint NOT NULL,
                      attempts integer NOT NULL,
                      failure text,
                      -- the verified bytes; erased when it is done
                      body {dialect.Blob},
                      PRIMARY KEY (client_id, endpoint, body_hash)
                    );
                    CREATE INDEX IF NOT EXISTS doku_notifications_open ON doku_notifications (moment) WHERE state < 2;
                    CREATE INDEX IF NOT EXISTS doku_notifications_closed ON doku_notifications (state, moment) WHERE state >= 2;
                    CREATE TABLE IF NOT EXISTS doku_orders (
                      client_id text NOT NULL,
                      invoice_number text NOT NULL,
                      status text NOT NULL,
                      changed_at bigint NOT NULL,
                      PRIMARY KEY (client_id, invoice_number)
                    );
                    CREATE INDEX IF NOT EXISTS doku_orders_changed ON doku_orders (changed_at);
                    INSERT INTO doku_ledger_version (version) SELECT {First}
                      WHERE NOT EXISTS (SELECT 1 FROM doku_ledger_version);
                    """
        ),
        new(
            3,
            First,
            _ =>
                """
                    -- the tables' own version
                    ALTER TABLE doku_ledger_version ADD COLUMN schema_version integer NOT NULL DEFAULT 2;
                    -- a hash of merchant, endpoint and order number: the notifications that have it in common are worked on in turn
                    ALTER TABLE doku_notifications ADD COLUMN order_key text;
                    CREATE INDEX doku_notifications_order ON doku_notifications (
                      order_key, signed_at, received_at, body_hash) WHERE state < 2;
                    """
        ),
        new(
            4,
            First,
            _ =>
                """
                    -- what the status means, so that the tables take any contract's. Builds of versions before change the status
                    -- alone: rank and payment count where ranked_status is the status.
                    ALTER TABLE doku_orders ADD COLUMN ranked_status text;
                    ALTER TABLE doku_orders ADD COLUMN status_rank integer;
                    ALTER TABLE doku_orders ADD COLUMN is_paid integer;
                    """
        ),
    ];

    /// <summary>The step in a dialect, and the note that it was done.</summary>
    internal string SqlFor(SqlDialect dialect) =>
        Version == First
            ? Script(dialect) + "\n"
            : $"""
                {Script(dialect)}
                UPDATE doku_ledger_version SET version = {CompatibleWith}, schema_version = {Version}
                  WHERE schema_version = {Version - 1};

                """;
}
