using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.AspNetCore.Tests.Reconciliation;

/// <summary>Which orders are asked about, when, and what becomes of what DOKU says.</summary>
public sealed class ReconcilerTests : IAsyncLifetime
{
    private readonly SqliteFile _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task What_DOKU_says_reaches_the_handler_once_and_says_where_it_is_from()
    {
        // Listed twice, as a careless query would.
        var orders = new FakePendingOrders("INV-1", "INV-1");
        await using var shop = await OpenAsync(orders);
        shop.Doku.Answer = _ => FakeStatusCheck.Says(PaylaterStatus.Success);

        await shop.UntilAsync(() => shop.Shop.Handled.Count == 1);
        await shop.UntilAsync(() => shop.Doku.Asked.Count == 3);

        var ages = shop.Doku.Asked.Select(asked => asked.At - Shop.Start).ToList();
        Assert.True(ages[0] >= TimeSpan.FromMinutes(10));
        Assert.True(ages[1] >= 2 * ages[0]);
        var handled = Assert.Single(shop.Shop.Handled);
        Assert.True(handled.IsReconciled);
        Assert.Equal(
            ("INV-1", "question-1", ""),
            (handled.Value.Id, handled.RequestId, handled.KeyId)
        );
        Assert.Contains(shop.Shop.Log.Lines, line => line.Event.Id == 2040);

        // DOKU's own notification is one of its own, and says so.
        await shop.Shop.SendAsync(
            new Notification
            {
                Stamp = $"{shop.Shop.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}",
                Body = """{"id":"INV-2"}""",
            }
        );
        await shop.UntilAsync(() => shop.Shop.Handled.Count == 2);
        Assert.False(shop.Shop.Handled[1].IsReconciled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pending_order_is_no_news_and_is_asked_about_ever_more_seldom()
    {
        var orders = new FakePendingOrders("INV-1");
        await using var shop = await OpenAsync(
            orders,
            options => options.LongestDelay = TimeSpan.FromMinutes(45)
        );

        await shop.UntilAsync(() => shop.Doku.Asked.Count == 6, step: 10);

        var ages = shop.Doku.Asked.Select(asked => asked.At - Shop.Start).ToList();
        for (var i = 1; i < ages.Count; i++)
        {
            var least = TimeSpan.FromMinutes(Math.Min(45, ages[i - 1].TotalMinutes));
            Assert.True(ages[i] - ages[i - 1] >= least, string.Join(' ', ages));
        }

        Assert.Empty(shop.Shop.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_order_that_stays_pending_is_given_up_with_an_alarm()
    {
        var orders = new FakePendingOrders("INV-1");
        await using var shop = await OpenAsync(
            orders,
            options =>
            {
                options.LongestDelay = TimeSpan.FromMinutes(20);
                options.GiveUpAfter = TimeSpan.FromHours(1);
            }
        );

        await shop.UntilAsync(() => shop.Shop.Log.Lines.Any(line => line.Event.Id == 2041));
        var asked = shop.Doku.Asked.Count;
        await shop.PassAsync(TimeSpan.FromHours(2), step: 30);

        Assert.Equal(asked, shop.Doku.Asked.Count);
        var alarm = Assert.Single(shop.Shop.Log.Lines, line => line.Event.Id == 2041);
        Assert.Contains("INV-1", alarm.Text, StringComparison.Ordinal);
        // Asked a last time, after the time was over.
        Assert.True(shop.Doku.Asked.Last().At - Shop.Start >= TimeSpan.FromHours(1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Requests_keep_their_distance_and_every_order_gets_its_turn()
    {
        var orders = new FakePendingOrders(Enumerable.Range(1, 20).Select(i => $"INV-{i}"));
        await using var shop = await OpenAsync(orders, options => options.RequestsPerMinute = 6);

        await shop.UntilAsync(() => shop.Doku.Asked.Count >= 20, step: 1);

        var asked = shop.Doku.Asked.ToList();
        Assert.Equal(20, asked.Take(20).Select(one => one.Invoice).Distinct().Count());
        for (var i = 1; i < asked.Count; i++)
        {
            // From the start: one that reached DOKU late doesn't make the next one early.
            Assert.True(asked[i].At - Shop.Start >= TimeSpan.FromSeconds(10 * i));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_source_that_throws_is_logged_and_listed_again()
    {
        var orders = new FakePendingOrders("INV-1", "INV-2")
        {
            Fault = new InvalidOperationException("canary"),
        };
        await using var shop = await OpenAsync(orders);

        await shop.UntilAsync(() => shop.Shop.Log.Lines.Count(line => line.Event.Id == 2045) >= 2);
        Assert.DoesNotContain(shop.Doku.Asked, asked => asked.Invoice == "INV-2");
        orders.Fault = null;

        await shop.UntilAsync(() => shop.Doku.Asked.Any(asked => asked.Invoice == "INV-2"));
    }

    [Fact(Timeout = 60_000)]
    public async Task While_DOKU_is_down_the_rounds_grow_rare_and_nothing_is_lost()
    {
        var orders = new FakePendingOrders("INV-1");
        await using var shop = await OpenAsync(orders);
        shop.Doku.Answer = _ => FakeStatusCheck.Nothing;

        await shop.UntilAsync(() => shop.Doku.Asked.Count == 5, step: 10);
        var ages = shop.Doku.Asked.Select(asked => asked.At - Shop.Start).ToList();
        Assert.All(
            ages.Zip(ages.Skip(1)),
            pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMinutes(10))
        );
        Assert.Contains(shop.Shop.Log.Lines, line => line.Event.Id == 2043);

        shop.Doku.Answer = _ => FakeStatusCheck.Says(PaylaterStatus.Success);
        await shop.UntilAsync(() => shop.Shop.Handled.Count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_order_that_cant_be_asked_about_doesnt_keep_the_others_waiting()
    {
        var orders = new FakePendingOrders("poison", "INV-1");
        await using var shop = await OpenAsync(orders);
        shop.Doku.Answer = invoice =>
            invoice == "poison"
                ? throw new InvalidOperationException("canary")
                : FakeStatusCheck.Says(PaylaterStatus.Success);

        await shop.UntilAsync(() => shop.Shop.Handled.Count == 1);

        Assert.Contains(shop.Shop.Log.Lines, line => line.Event.Id == 2044);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(401, 1)]
    [InlineData(429, 1)]
    [InlineData(400, 2)]
    [InlineData(404, 2)]
    public async Task A_refusal_that_doesnt_speak_of_the_order_ends_the_round(int status, int asked)
    {
        var orders = new FakePendingOrders("INV-1", "INV-2");
        await using var shop = await OpenAsync(orders);
        shop.Doku.Answer = _ => new Refused<OrderReport>(
            "question-1",
            new ContractRefusal { Status = status }
        );

        await shop.UntilAsync(() => !shop.Doku.Asked.IsEmpty, step: 1);
        // Within the spacing of two requests, and before the next round.
        await shop.PassAsync(TimeSpan.FromSeconds(30), step: 1);

        Assert.Equal(asked, shop.Doku.Asked.Count);
        Assert.Empty(shop.Shop.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_ledger_that_is_down_when_DOKU_answers_loses_nothing()
    {
        var orders = new FakePendingOrders("INV-1");
        await using var shop = await OpenAsync(orders);
        shop.Doku.Answer = _ =>
        {
            // Gone between the question and the answer.
            shop.Source.IsDown = shop.Doku.Asked.Count == 1;
            return FakeStatusCheck.Says(PaylaterStatus.Success);
        };

        await shop.UntilAsync(() => shop.Shop.Log.Lines.Any(line => line.Event.Id == 2044));
        shop.Source.IsDown = false;

        await shop.UntilAsync(() => shop.Shop.Handled.Count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_response_that_the_contract_cant_read_is_kept_as_a_dead_letter()
    {
        var orders = new FakePendingOrders("INV-1");
        await using var shop = await OpenAsync(orders);
        shop.Doku.Answer = _ => FakeStatusCheck.Says(PaylaterStatus.Success, "{}");

        await shop.UntilAsync(() => shop.Doku.Asked.Count == 2);

        var dead = Assert.Single(await shop.Inbox.ListDeadAsync(10, null, Cancel));
        Assert.Equal("unreadable: required", dead.Failure);
        Assert.Empty(shop.Shop.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Of_two_processes_one_asks_and_the_other_follows_when_it_stops()
    {
        var clock = new FakeTimeProvider(Shop.Start);
        var orders = new FakePendingOrders("INV-1");
        var first = await OpenAsync(orders, clock: clock);
        await first.UntilAsync(() => first.Doku.Asked.Count == 1);
        await using var second = await OpenAsync(orders, clock: clock);
        await first.UntilAsync(() => first.Doku.Asked.Count == 2);
        Assert.Empty(second.Doku.Asked);
        // The lease is no notification that anything waits for.
        Assert.Equal(default, await first.Inbox.CountAsync(Cancel));

        await first.DisposeAsync();

        var stopped = clock.GetUtcNow();
        await second.UntilAsync(() => !second.Doku.Asked.IsEmpty);
        // At its next round: the lease was given back.
        Assert.True(second.Doku.Asked.First().At - stopped < TimeSpan.FromMinutes(4));
    }

    [Fact(Timeout = 60_000)]
    public async Task By_default_the_orders_that_were_reported_as_pending_are_asked_about()
    {
        await using var shop = await OpenAsync(orders: null);
        var progress = shop.Shop.Services.GetRequiredService<IOrderProgress>();
        await ReportAsync("INV-1", PaylaterStatus.Pending);
        await ReportAsync("INV-2", PaylaterStatus.Success);
        await ReportAsync("INV-3", PaylaterStatus.Failed);
        shop.Doku.Answer = invoice =>
            FakeStatusCheck.Says(PaylaterStatus.Failed, $$"""{"id":"{{invoice}}"}""");

        await shop.UntilAsync(() => shop.Doku.Asked.Count == 2);
        await shop.UntilAsync(() => shop.Shop.Handled.Count == 1);
        await shop.UntilAsync(() => shop.Doku.Asked.Count >= 4);

        Assert.Equal(
            ["INV-1", "INV-3"],
            shop.Doku.Asked.Select(asked => asked.Invoice).Distinct().Order()
        );
        // That the third has failed was known.
        Assert.Equal("INV-1", Assert.Single(shop.Shop.Handled).Value.Id);

        ValueTask<OrderAdvance> ReportAsync(string invoice, PaylaterStatus status) =>
            progress.AdvanceAsync(null, Shop.ClientId, invoice, status, Cancel);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_program_without_the_endpoint_that_is_meant_doesnt_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            OpenAsync(new FakePendingOrders(), options => options.Endpoint = "/other")
        );
        Assert.Contains("none called '/other'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_registration_for_a_merchant_is_a_mistake()
    {
        var doku = new ServiceCollection().AddDoku(_ => { });
        doku.AddReconciliation();
        Assert.Throws<InvalidOperationException>(() => doku.AddReconciliation());
    }

    private Task<ReconcilingShop> OpenAsync(
        FakePendingOrders? orders,
        Action<ReconciliationOptions>? configure = null,
        FakeTimeProvider? clock = null
    ) => ReconcilingShop.OpenAsync(_database, orders, configure, clock);
}
