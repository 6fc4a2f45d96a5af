using System.Diagnostics;
using System.Globalization;
using Doku.Contracts.Broker.Tests.Support;
using Doku.Contracts.Tests.Shared;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Doku.Contracts.Broker.Tests;

/// <summary>samples/Broker against a real RabbitMQ server.</summary>
public sealed class KilledServerTests(PostgresServer postgres)
{
    private const int Count = 400;

    [Fact(Timeout = 180_000)]
    public async Task What_got_200_is_worked_once_though_broker_and_sample_are_killed()
    {
        // Before the test's own limit, which wouldn't say what the processes said.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(TimeSpan.FromSeconds(170));
        var cancel = patience.Token;
        var database = await postgres.NewSchemaAsync();
        await using var shop = NpgsqlDataSource.Create(database);
        await using var tables = shop.CreateCommand(
            "CREATE TABLE seen (id text PRIMARY KEY); CREATE TABLE payments (invoice_number text, status text)"
        );
        await tables.ExecuteNonQueryAsync(cancel);
        await using var rabbit = new RabbitServer();
        await rabbit.StartAsync(cancel);
        await using var sample = new SampleProcess([
            $"--Broker={rabbit.Address}",
            $"--Database={database}",
            $"--Doku:ClientId={Sender.ClientId}",
            $"--Doku:SecretKey={Sender.SecretKey}",
            "--Doku:Environment=Sandbox",
        ]);
        await sample.StartAsync(cancel);
        using var sender = new Sender(() => sample.Url);
        var sending = sender.SendAsync(Count, cancel);

        try
        {
            // The broker dies in the middle of a stream, and is back when something was refused.
            await UntilAsync(() => sender.Accepted >= Count / 4, cancel);
            await rabbit.KillAsync();
            await UntilAsync(() => sender.Refused > 0, cancel);
            await rabbit.StartAsync(cancel);

            // Then the program dies, with messages that it has worked on and not acknowledged.
            await UntilAsync(() => sender.Accepted >= Count / 2, cancel);
            await sample.KillAsync();
            await sample.StartAsync(cancel);
            await sending;
            await UntilWorkedAsync(shop, cancel);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{exception}\n{sender.Accepted} accepted\n{sample.Said}\n{rabbit.Said}");
        }

        // What is delivered again after all that has come by then, or its key is known.
        await Task.Delay(1000, cancel);
        var counts = await CountAsync(shop, cancel);
        Assert.True(
            counts == (Count, Count),
            $"{counts}; {await rabbit.LookAsync(cancel)}\n{sample.Said}\n{rabbit.Said}"
        );
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sender.Accepted} accepted, {sender.Refused} refused meanwhile."
            )
        );
    }

    /// <summary>Waits until all are worked on, or nothing has been for so long that a dead connection was noticed.</summary>
    private static async Task UntilWorkedAsync(NpgsqlDataSource shop, CancellationToken cancel)
    {
        var (last, since) = (-1L, Stopwatch.StartNew());
        while (last < Count && since.Elapsed < TimeSpan.FromSeconds(90))
        {
            var (invoices, _) = await CountAsync(shop, cancel);
            if (invoices > last)
            {
                last = invoices;
                since.Restart();
            }

            await Task.Delay(50, cancel);
        }
    }

    private static async Task<(long Invoices, long Payments)> CountAsync(
        NpgsqlDataSource shop,
        CancellationToken cancel
    )
    {
        await using var command = shop.CreateCommand(
            "SELECT count(DISTINCT invoice_number), count(*) FROM payments"
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static async Task UntilAsync(Func<bool> isSo, CancellationToken cancel)
    {
        while (!isSo())
        {
            await Task.Delay(10, cancel);
        }
    }
}
