using System.Data.Common;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// The ledger in SQLite or PostgreSQL, over ADO.NET alone. Each change is one atomic statement, so that a process may
/// die at any point. All times come from the injected clock, never from the database's.
/// </summary>
public sealed partial class DatabaseNotificationInbox : INotificationInbox
{
    private const string KeyColumns = "client_id, endpoint, body_hash";

    private const string One = "client_id = @client AND endpoint = @endpoint AND body_hash = @hash";

    private const string Columns =
        $"{KeyColumns}, contract, request_id, key_id, signed_at, received_at, body";

    private readonly LedgerDatabase _database;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _leaseTime;
    private readonly string _claim;
    private readonly Action? _freed;

    /// <summary>Makes the ledger. Nothing is asked of the database before the first call.</summary>
    /// <param name="database">Which database it is.</param>
    /// <param name="source">Gives connections; stays the caller's to dispose.</param>
    /// <param name="options">The lease time, and whether tables are created.</param>
    /// <param name="timeProvider">The clock.</param>
    public DatabaseNotificationInbox(
        NotificationDatabase database,
        DbDataSource source,
        NotificationLedgerOptions options,
        TimeProvider timeProvider
    )
        : this(Open(database, source, options), options, timeProvider) { }

    /// <param name="database">The database.</param>
    /// <param name="options">The lease time.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="freed">Called when the end of some work lets the next notification of its order be taken.</param>
    internal DatabaseNotificationInbox(
        LedgerDatabase database,
        NotificationLedgerOptions options,
        TimeProvider timeProvider,
        Action? freed = null
    )
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _database = database;
        _timeProvider = timeProvider;
        _leaseTime = options.LeaseTime;
        _freed = freed;
        // The fence outgrows every earlier one, also those of a row that was removed in between: a row begins at the
        // clock's milliseconds.
        _claim = $"""
            state = 1, moment = @end, attempts = doku_notifications.attempts + 1,
            fence = {database.Dialect.Greatest}(doku_notifications.fence + 1, @now)
            """;
    }

    /// <summary>
    /// Creates the tables where they are missing, migrates older ones, and checks their version. Called by itself before
    /// first use.
    /// </summary>
    /// <exception cref="LedgerSchemaException">
    /// The tables are missing or older and may not be created, or are of a version that this library can't work with.
    /// </exception>
    public ValueTask EnsureCreatedAsync(CancellationToken cancellationToken) =>
        _database.PrepareAsync(cancellationToken);

    private DateTimeOffset Now => _timeProvider.GetUtcNow();

    private static LedgerDatabase Open(
        NotificationDatabase database,
        DbDataSource source,
        NotificationLedgerOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return new LedgerDatabase(database, source, options.CreatesTables);
    }

    private static (string, object?)[] Of(
        NotificationKey key,
        params ReadOnlySpan<(string, object?)> more
    ) => [("client", key.ClientId), ("endpoint", key.Endpoint), ("hash", key.BodyHash), .. more];

    private static (string, object?)[] Of(
        NotificationLease lease,
        params ReadOnlySpan<(string, object?)> more
    )
    {
        ArgumentNullException.ThrowIfNull(lease);
        return Of(lease.Key, [("fence", lease.Token), .. more]);
    }

    private static StoredNotification ReadStored(DbDataReader reader) =>
        new()
        {
            Key = new NotificationKey(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetString(2)
            ),
            Contract = reader.GetString(3),
            RequestId = reader.GetString(4),
            KeyId = reader.GetString(5),
            SignedAt = reader.GetMoment(6),
            ReceivedAt = reader.GetMoment(7),
            Body = reader.IsDBNull(8) ? default : reader.GetFieldValue<byte[]>(8),
            HasBody = !reader.IsDBNull(8),
        };
}
