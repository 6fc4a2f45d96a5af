using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

// Hands verified notifications to RabbitMQ and works on them. Settings: Doku, Broker (amqp://…), Database. It has the
// tables seen (id text PRIMARY KEY) and payments (invoice_number text, status text).
const string Queue = "doku.notifications";
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDoku(builder.Configuration.GetSection("Doku"));
var app = builder.Build();
var stopping = app.Lifetime.ApplicationStopping;
await using var shop = NpgsqlDataSource.Create(app.Configuration["Database"]!);
IChannel? publishing = null;
app.MapDokuNotifications<PaylaterNotification>(
    "/payments/notifications",
    // Without a ledger in a database this runs while DOKU waits. It ends with the broker's confirm, and only then DOKU gets
    // 200; whatever it throws is a 500, and DOKU sends the notification again.
    (notification, scope, _) => PublishAsync(Queue, scope.Key.BodyHash, notification.RawBody)
);
await Task.WhenAll(app.RunAsync(), ConnectAsync());

// Returns when the broker has confirmed. Mandatory (true): a message that no queue takes is an error.
async Task PublishAsync(string queue, string id, ReadOnlyMemory<byte> body)
{
    var channel = publishing ?? throw new IOException("There is no broker.");
    var properties = new BasicProperties { MessageId = id, Persistent = true };
    using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
    await channel.BasicPublishAsync("", queue, true, properties, body, limit.Token);
}

// The client's own recovery gives up for good where the broker comes back slowly. This doesn't.
async Task ConnectAsync()
{
    var address = new Uri(app.Configuration["Broker"]!);
    var factory = new ConnectionFactory { Uri = address, AutomaticRecoveryEnabled = false };
    while (!stopping.IsCancellationRequested)
    {
        try
        {
            await using var connection = await factory.CreateConnectionAsync(stopping);
            await using var consuming = await connection.CreateChannelAsync(null, stopping);
            // Durable: on disk before the confirm. In a cluster say ["x-queue-type"] = "quorum": on most nodes' disks.
            await consuming.QueueDeclareAsync(Queue + ".dead", true, false, false);
            await consuming.QueueDeclareAsync(Queue, true, false, false);
            publishing = await connection.CreateChannelAsync(new(true, true), stopping);
            var consumer = new AsyncEventingBasicConsumer(consuming);
            consumer.ReceivedAsync += (_, message) => ReceiveAsync(consuming, message);
            await consuming.BasicQosAsync(0, 16, false, stopping);
            await consuming.BasicConsumeAsync(Queue, autoAck: false, consumer, stopping);
            while (consuming.IsOpen && publishing.IsOpen)
                await Task.Delay(200, stopping);
        }
        catch (Exception exception)
        {
            app.Logger.LogWarning(exception, "There is no broker");
            await Task.Delay(1000, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

async Task ReceiveAsync(IChannel consuming, BasicDeliverEventArgs message)
{
    while (consuming.IsOpen)
        try
        {
            await WorkAsync(message.BasicProperties.MessageId!, message.Body);
            await consuming.BasicAckAsync(message.DeliveryTag, false, stopping); // after the commit
            return;
        }
        catch (ContractException) // unreadable: set aside for a person
        {
            await PublishAsync(Queue + ".dead", message.BasicProperties.MessageId!, message.Body);
            await consuming.BasicAckAsync(message.DeliveryTag, false, stopping);
            return;
        }
        catch (Exception exception)
        {
            app.Logger.LogWarning(exception, "Message {Tag} is tried again", message.DeliveryTag);
            await Task.Delay(1000, stopping);
        }
}

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
