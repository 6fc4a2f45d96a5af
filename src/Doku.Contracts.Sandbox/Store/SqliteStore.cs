using System.Text;
using Doku.Contracts.Sandbox.Recording;

namespace Doku.Contracts.Sandbox.Store;

/// <summary>Keeps the sandbox's state in an SQLite file, unmasked: test data and test keys only.</summary>
internal sealed class SqliteStore(string path) : ISandboxStore
{
    private readonly SqliteFile _file = new(path);

    public StoredState Load(int exchanges) => SqliteReader.Load(_file, exchanges);

    public void SaveMerchant(SandboxMerchant merchant) =>
        _file.Execute(
            """
            INSERT INTO merchants (name, client_id, secret_key, notification_url) VALUES ($name, $client, $secret, $url)
            ON CONFLICT (name) DO UPDATE SET client_id = $client, secret_key = $secret, notification_url = $url
            """,
            ("$name", merchant.Name),
            ("$client", merchant.ClientId),
            ("$secret", merchant.SecretKey),
            ("$url", merchant.NotificationUrl?.AbsoluteUri)
        );

    public void SaveOrder(StoredOrder order) =>
        _file.Execute(
            """
            INSERT INTO orders (client_id, invoice_number, operation, request_id, request_body, token, created_at, status, since)
            VALUES ($client, $invoice, $operation, $request, $body, $token, $created, $status, $since)
            ON CONFLICT (client_id, invoice_number) DO UPDATE SET status = $status, since = $since
            """,
            ("$client", order.ClientId),
            ("$invoice", order.InvoiceNumber),
            ("$operation", order.Operation),
            ("$request", order.RequestId),
            ("$body", order.RequestBody),
            ("$token", order.Token),
            ("$created", order.CreatedAt.UtcTicks),
            ("$status", (int)order.Status),
            ("$since", order.Since.UtcTicks)
        );

    public void AddOrderEvent(StoredOrderEvent one) =>
        _file.Execute(
            """
            INSERT INTO order_events (client_id, invoice_number, at, kind, cause)
            VALUES ($client, $invoice, $at, $kind, $cause)
            """,
            ("$client", one.ClientId),
            ("$invoice", one.InvoiceNumber),
            ("$at", one.At.UtcTicks),
            ("$kind", (int)one.Kind),
            ("$cause", (int)one.Cause)
        );

    public void AddReply(StoredReply reply) =>
        _file.Execute(
            """
            INSERT INTO replies (client_id, request_id, operation, request_body, answer)
            VALUES ($client, $request, $operation, $body, $answer)
            """,
            ("$client", reply.ClientId),
            ("$request", reply.RequestId),
            ("$operation", reply.Operation),
            ("$body", reply.RequestBody),
            ("$answer", reply.Answer)
        );

    public void SaveNotification(StoredNotification notification) =>
        _file.Execute(
            """
            INSERT INTO notifications (request_id, client_id, invoice_number, status, body, created_at, first_attempt_at,
              next_attempt_at, retries, is_held)
            VALUES ($request, $client, $invoice, $status, $body, $created, $first, $next, $retries, $held)
            ON CONFLICT (request_id) DO UPDATE SET first_attempt_at = $first, next_attempt_at = $next,
              retries = $retries, is_held = $held
            """,
            ("$request", notification.RequestId),
            ("$client", notification.ClientId),
            ("$invoice", notification.InvoiceNumber),
            ("$status", (int)notification.Status),
            ("$body", notification.Body),
            ("$created", notification.CreatedAt.UtcTicks),
            ("$first", notification.FirstAttemptAt?.UtcTicks),
            ("$next", notification.NextAttemptAt?.UtcTicks),
            ("$retries", notification.Retries),
            ("$held", notification.IsHeld ? 1 : 0)
        );

    public void AddDelivery(StoredDelivery delivery) =>
        _file.Execute(
            """
            INSERT INTO deliveries (notification_id, at, outcome, status, url, fault, body)
            VALUES ($notification, $at, $outcome, $status, $url, $fault, $body)
            """,
            ("$notification", delivery.NotificationId),
            ("$at", delivery.Delivery.At.UtcTicks),
            ("$outcome", (int)delivery.Delivery.Outcome),
            ("$status", delivery.Delivery.Status),
            ("$url", delivery.Delivery.Url?.AbsoluteUri),
            ("$fault", (int?)delivery.Delivery.Fault),
            ("$body", delivery.Delivery.Body.ToArray())
        );

    public void AddExchange(SandboxExchange exchange) =>
        _file.Execute(
            "INSERT INTO exchanges (position, json) VALUES ($position, $json)",
            ("$position", exchange.Sequence),
            ("$json", Encoding.UTF8.GetString(ExchangeJson.Write(exchange)))
        );

    public void SaveClock(TimeSpan offset) =>
        _file.Execute(
            "INSERT INTO clock (id, offset) VALUES (1, $offset) ON CONFLICT (id) DO UPDATE SET offset = $offset",
            ("$offset", offset.Ticks)
        );

    public void Dispose() => _file.Dispose();
}
