using System.Globalization;
using System.Text;
using Doku.Contracts.Sandbox.Recording;
using Microsoft.Data.Sqlite;

namespace Doku.Contracts.Sandbox.Store;

/// <summary>Reads a sandbox's file back.</summary>
internal static class SqliteReader
{
    internal static StoredState Load(SqliteFile file, int exchanges)
    {
        var latest = exchanges.ToString(CultureInfo.InvariantCulture);
        return new StoredState
        {
            ClockOffset = file.Read(
                    "SELECT offset FROM clock",
                    row => TimeSpan.FromTicks(row.GetInt64(0))
                )
                .SingleOrDefault(),
            Merchants = file.Read(
                "SELECT name, client_id, secret_key, notification_url FROM merchants ORDER BY position",
                row => new StoredMerchant(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    Url(row, 3)
                )
            ),
            Orders = file.Read(
                """
                SELECT client_id, invoice_number, operation, request_id, request_body, token, created_at, status, since
                FROM orders ORDER BY position
                """,
                row => new StoredOrder(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetString(3),
                    Bytes(row, 4),
                    row.GetString(5),
                    Moment(row, 6),
                    (SandboxOrderStatus)row.GetInt32(7),
                    Moment(row, 8)
                )
            ),
            OrderEvents = file.Read(
                "SELECT client_id, invoice_number, at, kind, cause FROM order_events ORDER BY position",
                row => new StoredOrderEvent(
                    row.GetString(0),
                    row.GetString(1),
                    Moment(row, 2),
                    (SandboxOrderEventKind)row.GetInt32(3),
                    (SandboxOrderCause)row.GetInt32(4)
                )
            ),
            Replies = file.Read(
                "SELECT client_id, request_id, operation, request_body, answer FROM replies ORDER BY position",
                row => new StoredReply(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    Bytes(row, 3),
                    Bytes(row, 4)
                )
            ),
            Notifications = file.Read(
                """
                SELECT request_id, client_id, invoice_number, status, body, created_at, first_attempt_at, next_attempt_at,
                  retries, is_held
                FROM notifications ORDER BY position
                """,
                ReadNotification
            ),
            Deliveries = file.Read(
                "SELECT notification_id, at, outcome, status, url, fault, body FROM deliveries ORDER BY position",
                ReadDelivery
            ),
            Exchanges = file.Read(
                $"SELECT json FROM (SELECT * FROM exchanges ORDER BY position DESC LIMIT {latest}) ORDER BY position",
                row => ExchangeJson.Read(Encoding.UTF8.GetBytes(row.GetString(0)))
            ),
        };
    }

    private static StoredNotification ReadNotification(SqliteDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            (SandboxOrderStatus)row.GetInt32(3),
            Bytes(row, 4),
            Moment(row, 5),
            row.IsDBNull(6) ? null : Moment(row, 6),
            row.IsDBNull(7) ? null : Moment(row, 7),
            row.GetInt32(8),
            row.GetInt32(9) == 1
        );

    private static StoredDelivery ReadDelivery(SqliteDataReader row) =>
        new(
            row.GetString(0),
            new NotificationDelivery
            {
                RequestId = row.GetString(0),
                At = Moment(row, 1),
                Outcome = (NotificationOutcome)row.GetInt32(2),
                Status = row.IsDBNull(3) ? null : row.GetInt32(3),
                Url = Url(row, 4),
                Fault = row.IsDBNull(5) ? null : (SandboxFault)row.GetInt32(5),
                Body = Bytes(row, 6),
            }
        );

    private static DateTimeOffset Moment(SqliteDataReader row, int column) =>
        new(row.GetInt64(column), TimeSpan.Zero);

    private static byte[] Bytes(SqliteDataReader row, int column) =>
        row.GetFieldValue<byte[]>(column);

    private static Uri? Url(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new Uri(row.GetString(column));
}
