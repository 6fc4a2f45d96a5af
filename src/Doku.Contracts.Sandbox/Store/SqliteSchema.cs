namespace Doku.Contracts.Sandbox.Store;

/// <summary>The tables of a sandbox's file. Moments are ticks in UTC.</summary>
internal static class SqliteSchema
{
    /// <summary>Kept in the file's <c>user_version</c>; a file of another version is refused.</summary>
    internal const int Version = 1;

    internal const string Create = """
        CREATE TABLE merchants (
          position INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          client_id TEXT NOT NULL,
          secret_key TEXT NOT NULL,
          notification_url TEXT);
        CREATE TABLE orders (
          position INTEGER PRIMARY KEY,
          client_id TEXT NOT NULL,
          invoice_number TEXT NOT NULL,
          operation TEXT NOT NULL,
          request_id TEXT NOT NULL,
          request_body BLOB NOT NULL,
          token TEXT NOT NULL,
          created_at INTEGER NOT NULL,
          status INTEGER NOT NULL,
          since INTEGER NOT NULL,
          UNIQUE (client_id, invoice_number));
        CREATE TABLE order_events (
          position INTEGER PRIMARY KEY,
          client_id TEXT NOT NULL,
          invoice_number TEXT NOT NULL,
          at INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          cause INTEGER NOT NULL);
        CREATE TABLE replies (
          position INTEGER PRIMARY KEY,
          client_id TEXT NOT NULL,
          request_id TEXT NOT NULL,
          operation TEXT NOT NULL,
          request_body BLOB NOT NULL,
          answer BLOB NOT NULL,
          UNIQUE (client_id, request_id));
        CREATE TABLE notifications (
          position INTEGER PRIMARY KEY,
          request_id TEXT NOT NULL UNIQUE,
          client_id TEXT NOT NULL,
          invoice_number TEXT NOT NULL,
          status INTEGER NOT NULL,
          body BLOB NOT NULL,
          created_at INTEGER NOT NULL,
          first_attempt_at INTEGER,
          next_attempt_at INTEGER,
          retries INTEGER NOT NULL,
          is_held INTEGER NOT NULL);
        CREATE TABLE deliveries (
          position INTEGER PRIMARY KEY,
          notification_id TEXT NOT NULL,
          at INTEGER NOT NULL,
          outcome INTEGER NOT NULL,
          status INTEGER,
          url TEXT,
          fault INTEGER,
          body BLOB NOT NULL);
        CREATE TABLE exchanges (position INTEGER PRIMARY KEY, json TEXT NOT NULL);
        CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL);
        """;
}
