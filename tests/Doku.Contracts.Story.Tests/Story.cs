using System.Collections.Concurrent;
using System.Globalization;
using Doku.Contracts.Common;
using Doku.Contracts.Sandbox;

namespace Doku.Contracts.Story.Tests;

/// <summary>Many customers of one shop, on days when everything goes wrong.</summary>
internal sealed class Story(DokuSandbox sandbox, StoryClock clock, Till till, Shop shop)
{
    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<int, (bool IsAccepted, int Recoveries)> _placed = new();
    private int _checked;

    internal static async Task<StoryEnd> TellAsync(
        int orders,
        int seed,
        CancellationToken cancellationToken
    )
    {
        var sandbox = await DokuSandbox.StartAsync(
            options =>
            {
                options.UseSocket = false;
                options.StoppedAt = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);
            },
            cancellationToken
        );
        Task watching;
        StoryEnd end;
        await using (sandbox)
        {
            sandbox.Faults.Seeded(seed, 0.35);
            var clock = new StoryClock(sandbox.Clock);
            var witness = new Witness(sandbox, clock);
            watching = witness.WatchAsync(cancellationToken);
            await using var till = new Till(sandbox, clock);
            await using var shop = await Shop.OpenAsync(sandbox, cancellationToken);
            var story = new Story(sandbox, clock, till, shop);
            await story.RunAsync(orders, cancellationToken);
            end = await story.EndAsync(witness, orders, cancellationToken);
        }
        await watching;
        return end;
    }

    private async Task RunAsync(int orders, CancellationToken cancellationToken)
    {
        await EachAsync(Enumerable.Range(0, orders), BuyAsync, cancellationToken);

        // Every order has expired or is paid, and every notification has had its four attempts.
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(14), cancellationToken);

        await EachAsync(
            _placed.Where(one => one.Value.IsAccepted).Select(one => one.Key),
            AskAfterAsync,
            cancellationToken
        );
    }

    private async ValueTask BuyAsync(int number, CancellationToken cancellationToken)
    {
        var invoice = Goods.Invoice(number);
        var placed = await till.PlaceAsync(
            Goods.Order(number),
            Goods.RequestId(number),
            cancellationToken
        );
        _placed[number] = placed;
        if (!placed.IsAccepted)
        {
            return;
        }

        var order = sandbox.Orders[invoice];
        if (number % 10 is 0 or 1)
        {
            await order.DeclineAsync(cancellationToken);
        }
        if (number % 10 is not (1 or 2))
        {
            await order.PayAsync(cancellationToken);
        }
    }

    /// <summary>What a shop's nightly job does about orders of which it heard nothing final.</summary>
    private async ValueTask AskAfterAsync(int number, CancellationToken cancellationToken)
    {
        var invoice = Goods.Invoice(number);
        var known = await shop.FindAsync(invoice, cancellationToken);
        if (known is { IsFinal: true })
        {
            return;
        }

        Interlocked.Increment(ref _checked);
        if (await till.CheckAsync(invoice, cancellationToken) is { } status)
        {
            await shop.LearnAsync(invoice, status, cancellationToken);
        }
    }

    private async Task<StoryEnd> EndAsync(
        Witness witness,
        int orders,
        CancellationToken cancellationToken
    )
    {
        var parcels = await shop.ParcelsAsync(cancellationToken);
        var lines = new List<OrderEnd>();
        for (var number = 0; number < orders; number++)
        {
            var invoice = Goods.Invoice(number);
            lines.Add(
                new OrderEnd(
                    invoice,
                    _placed[number].IsAccepted,
                    _placed[number].Recoveries,
                    sandbox.Orders.Find(invoice)?.Status,
                    await shop.FindAsync(invoice, cancellationToken),
                    parcels.GetValueOrDefault(invoice),
                    witness.OrdersByRequest.GetValueOrDefault(Goods.RequestId(number)),
                    witness.FaultsOf(invoice)
                )
            );
        }
        return new StoryEnd(
            lines,
            parcels.Keys.Except(lines.Select(line => line.Invoice)).ToList(),
            witness.Faults.ToDictionary(),
            witness.Missed,
            sandbox.Notifications.Count(one => !one.IsAcknowledged),
            _checked
        );
    }

    private async Task EachAsync(
        IEnumerable<int> numbers,
        Func<int, CancellationToken, ValueTask> work,
        CancellationToken cancellationToken
    )
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce,
            CancellationToken = cancellationToken,
        };
        await clock.DriveAsync(
            Parallel.ForEachAsync(
                numbers,
                options,
                async (number, stop) =>
                {
                    clock.Work(1);
                    await work(number, stop);
                    clock.Work(-1);
                }
            )
        );
    }
}
