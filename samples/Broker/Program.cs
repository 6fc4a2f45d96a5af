using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

// Hands verified notifications to RabbitMQ, and works on them from there. Settings: Doku, Broker (amqp://…), Database.
const string Queue = "doku.notifications";
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDoku(builder.Configuration.GetSection("Doku"));
var app = builder.Build();
var stopping = app.Lifetime.ApplicationStopping;
await using var shop = NpgsqlDataSource.Create(app.Configuration["Database"]!);
await using var tables = shop.CreateCommand(
    """
    CREATE TABLE IF NOT EXISTS seen (id text PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS payments (invoice_number text NOT NULL, status text NOT NULL);
    """
);
await tables.ExecuteNonQueryAsync(stopping);

// The client connects again by itself, and opens its channels, queues and consumers anew.
var factory = new ConnectionFactory
{
    Uri = new Uri(app.Configuration["Broker"]!),
    NetworkRecoveryInterval = TimeSpan.FromSeconds(1),
    ConsumerDispatchConcurrency = 4,
};
await using var connection = await factory.CreateConnectionAsync(stopping);

await using var publishing = await connection.CreateChannelAsync(new(true, true), stopping);
await using var consuming = await connection.CreateChannelAsync(null, stopping);

// On disk, in a cluster on most of its nodes, before it is confirmed; set aside when twenty consumers died of it.
var queue = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
await consuming.QueueDeclareAsync($"{Queue}.dead", true, false, false, queue);
(queue["x-delivery-limit"], queue["x-overflow"]) = (20, "reject-publish");
(queue["x-dead-letter-exchange"], queue["x-dead-letter-routing-key"]) = ("", $"{Queue}.dead");
queue["x-dead-letter-strategy"] = "at-least-once";
await consuming.QueueDeclareAsync(Queue, true, false, false, queue);

app.MapDokuNotifications<PaylaterNotification>(
    "/payments/notifications",
    async (notification, scope, cancel) =>
    {
        // Without a ledger in a database this runs while DOKU waits. It ends with the broker's confirm, and only then DOKU
        // gets 200; whatever it throws is a 500, and DOKU sends the notification again.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        var properties = new BasicProperties { MessageId = scope.Key.BodyHash, Persistent = true };
        // Mandatory (true): a message that no queue takes is an error.
        var body = notification.RawBody;
        await publishing.BasicPublishAsync("", Queue, true, properties, body, limit.Token);
    }
);

var consumer = new AsyncEventingBasicConsumer(consuming);
consumer.ReceivedAsync += async (_, message) =>
{
    while (!stopping.IsCancellationRequested)
    {
        try
        {
            await WorkAsync(message.BasicProperties.MessageId!, message.Body);
            // Only after the commit. Without it the message comes again.
            await consuming.BasicAckAsync(message.DeliveryTag, false, stopping);
            return;
        }
        catch (ContractException)
        {
            await consuming.BasicRejectAsync(message.DeliveryTag, false, stopping);
            return;
        }
        catch (Exception exception) when (consuming.IsOpen)
        {
            app.Logger.LogWarning(exception, "Message {Tag} is tried again", message.DeliveryTag);
            await Task.Delay(1000, stopping);
        }
    }
};
await consuming.BasicQosAsync(0, 16, false, stopping);
await consuming.BasicConsumeAsync(Queue, autoAck: false, consumer, stopping);
await app.RunAsync();

// One statement, so one transaction: the payment counts if the message is the first of its key.
async Task WorkAsync(string id, ReadOnlyMemory<byte> body)
{
    var paid = PaylaterNotification.Read(body.Span);
    await using var work = shop.CreateCommand(
        """
        WITH first AS (INSERT INTO seen (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id)
        INSERT INTO payments (invoice_number, status) SELECT $2, $3 FROM first
        """
    );
    object[] values = [id, paid.Order.InvoiceNumber, paid.Transaction.Status.Value];
    work.Parameters.AddRange(values.Select(one => new NpgsqlParameter { Value = one }).ToArray());
    await work.ExecuteNonQueryAsync(stopping);
}
