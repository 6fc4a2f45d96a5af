using System.Globalization;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

/// <summary>The same seed gives the same story, whatever the threads do.</summary>
public sealed class SeededFaultTests
{
    private const int Orders = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_seed_gives_the_same_story_one_by_one_and_all_at_once()
    {
        var alone = await StoryAsync(seed: 7, atOnce: 1);
        var together = await StoryAsync(seed: 7, atOnce: 16);
        var other = await StoryAsync(seed: 8, atOnce: 1);

        Assert.Equal(alone, together);
        Assert.NotEqual(alone, other);
        Assert.Contains(alone, line => line.Contains("DropAfterCommit", StringComparison.Ordinal));
        Assert.Contains(alone, line => line.Contains("LostNotification", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, Orders)]
    public async Task Befalls_none_or_all_at_the_ends_of_the_scale(double probability, int expected)
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox, handler: sandbox.CreateHandler());
        sandbox.Faults.Seeded(1, probability, SandboxFault.ServerError);

        for (var number = 0; number < Orders; number++)
        {
            await shop.OrderAsync(Bodies.Valid($"INV-{number}"), $"R-{number}");
        }

        Assert.Equal(expected, sandbox.Exchanges.Count(one => one.Fault is not null));
    }

    /// <summary>A client that never gives up: the same Request-Id until an answer comes, then payment.</summary>
    private static async Task<List<string>> StoryAsync(int seed, int atOnce)
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox);
        sandbox.Faults.Seeded(
            seed,
            0.4,
            SandboxFault.DropBeforeCommit,
            SandboxFault.DropAfterCommit,
            SandboxFault.ConnectionReset,
            SandboxFault.TruncatedBody,
            SandboxFault.ServerError,
            SandboxFault.TooManyRequests,
            SandboxFault.GatewayPage,
            SandboxFault.LostNotification,
            SandboxFault.DuplicatedNotification,
            SandboxFault.LateNotification
        );
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Orders),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = atOnce,
                CancellationToken = Cancellation,
            },
            async (number, _) =>
            {
                using var shop = new Shop(sandbox, handler: sandbox.CreateHandler());
                while (!await TryOrderAsync(shop, number)) { }
                await sandbox.Orders[$"INV-{number}"].PayAsync(Cancellation);
            }
        );
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancellation);

        Assert.Equal(Orders, sandbox.Orders.Count);
        Assert.All(sandbox.Orders, order => Assert.Equal(SandboxOrderStatus.Success, order.Status));
        return sandbox
            .Events.After(0)
            .Where(one => one.Kind == SandboxEventKind.FaultInjected)
            .Select(one =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.InvoiceNumber} {one.Target!.IsNotification} {one.Target.Ordinal} {one.Fault}"
                )
            )
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    private static async Task<bool> TryOrderAsync(Shop shop, int number)
    {
        try
        {
            var answer = await shop.OrderAsync(Bodies.Valid($"INV-{number}"), $"R-{number}");
            return (int)answer.Status is 200 or 409;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Task<DokuSandbox> StartAsync(NotificationInbox? inbox = null) =>
        DokuSandbox.StartAsync(
            options =>
            {
                options.StoppedAt = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);
                options.NotificationUrl = inbox?.Url();
            },
            Cancellation
        );
}
