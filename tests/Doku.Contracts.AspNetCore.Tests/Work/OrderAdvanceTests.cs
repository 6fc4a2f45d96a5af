using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.AspNetCore.Tests.Work;

/// <summary>A handler that calls AdvanceOrderAsync works with every ledger, and a report counts when the handler succeeds.</summary>
public sealed class OrderAdvanceTests
{
    private const string OtherPath = "/other/notifications";

    // The same report in another body is another notification.
    private static readonly Notification First = new();
    private static readonly Notification Second = First with { Body = """{"id":"INV-1b"}""" };
    private static readonly Notification ToOther = Second with
    {
        SignedTarget = OtherPath,
        CalledTarget = OtherPath,
    };

    [Fact(Timeout = 60_000)]
    public async Task Without_a_registration_an_order_becomes_paid_once_over_all_endpoints()
    {
        var paid = new List<bool>();
        await using var shop = await Shop.OpenAsync(before: app =>
            app.MapDokuNotifications<Parcel>(
                OtherPath,
                async (_, scope, token) => paid.Add((await ReportAsync(scope, token)).IsNowPaid)
            )
        );
        shop.ScopedWork = async (scope, token) =>
            paid.Add((await ReportAsync(scope, token)).IsNowPaid);

        Assert.Equal(200, (await shop.SendAsync(First)).Status);
        Assert.Equal(200, (await shop.SendAsync(Second)).Status);
        Assert.Equal(200, (await shop.SendAsync(ToOther)).Status);

        Assert.Equal([true, false, false], paid);
    }

    [Fact(Timeout = 60_000)]
    public async Task In_memory_a_report_is_undone_when_the_handler_fails()
    {
        await using var shop = await Shop.OpenAsync();
        var paid = new List<bool>();
        shop.ScopedWork = async (scope, token) =>
        {
            paid.Add((await ReportAsync(scope, token)).IsNowPaid);
            await ReportAsync(scope, token);
            if (paid.Count == 1)
            {
                throw new InvalidOperationException("before the parcel left");
            }
        };

        Assert.Equal(500, (await shop.SendAsync(First)).Status);
        Assert.Equal(200, (await shop.SendAsync(First)).Status);
        Assert.Equal(200, (await shop.SendAsync(Second)).Status);

        Assert.Equal([true, true, false], paid);
    }

    [Fact(Timeout = 60_000)]
    public async Task In_a_database_a_report_is_written_in_the_scopes_transaction()
    {
        await using var database = new SqliteFile();
        await using var shop = await InboxShop.OpenAsync(database);
        var paid = new List<bool>();
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            paid.Add((await ReportAsync(scope, token)).IsNowPaid);
            if (scope.Attempt == 1)
            {
                throw new InvalidOperationException("before the parcel left");
            }
        };

        await shop.Shop.SendAsync(First);
        await shop.UntilDoneAsync();

        Assert.Equal([true, true], paid);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_registered_progress_in_memory_is_used_and_undone_too()
    {
        await using var shop = await Shop.OpenAsync(merchant: doku =>
            doku.Services.AddSingleton<IOrderProgress, InMemoryOrderProgress>()
        );
        var progress = shop.Services.GetRequiredService<IOrderProgress>();
        shop.ScopedWork = async (scope, token) =>
        {
            await ReportAsync(scope, token);
            if (shop.Handled.Count == 1)
            {
                throw new InvalidOperationException("before the parcel left");
            }
        };

        await shop.SendAsync(First);
        var afterFailure = await FindAsync(progress);
        await shop.SendAsync(First);

        Assert.Null(afterFailure);
        Assert.Equal(PaylaterStatus.Success, await FindAsync(progress));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_ledger_of_ones_own_without_a_progress_is_said_at_start()
    {
        await using var shop = await Shop.OpenAsync(merchant: doku =>
            doku.Services.AddSingleton<INotificationLedger>(_ => new OwnLedger())
        );
        var saidAtStart = shop.Log.Lines.ToArray();
        shop.ScopedWork = async (scope, token) => await ReportAsync(scope, token);

        Assert.Contains(saidAtStart, line => line.Event.Id == 2020);
        Assert.Equal(500, (await shop.SendAsync(First)).Status);
        Assert.Contains(
            shop.Log.Lines,
            line => line.Text.Contains("register an IOrderProgress", StringComparison.Ordinal)
        );
    }

    [Theory(Timeout = 60_000)]
    [InlineData("SUCCESS", 84_999, 85_000, "another amount than the order's")]
    [InlineData("SUCCESS", 85_000, null, "unknown order")]
    [InlineData("REFUNDED", 85_000, null, "unknown order")]
    [InlineData("FAILED", 85_000, null, "unknown order")]
    public async Task Money_that_fits_no_order_is_a_dead_letter_and_no_progress(
        string status,
        int amount,
        int? orderAmount,
        string reason
    )
    {
        await using var database = new SqliteFile();
        await using var shop = await InboxShop.OpenAsync(database);
        shop.Shop.ScopedWork = async (scope, token) =>
            await scope.AdvanceOrderAsync(
                "INV-1",
                new PaylaterStatus(status),
                amount,
                orderAmount,
                token
            );
        await shop.Shop.SendAsync(First);
        await shop.UntilAsync(counts => counts.Dead == 1);

        var token = TestContext.Current.CancellationToken;
        var dead = Assert.Single(await shop.Inbox.ListDeadAsync(10, null, token));
        Assert.Equal((reason, 1), (dead.Failure, dead.Attempts));
        Assert.Null(await FindAsync(shop.Orders));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("REFUNDED")]
    [InlineData("FAILED")]
    public async Task Only_a_payment_needs_the_orders_amount(string status)
    {
        await using var shop = await Shop.OpenAsync();
        ContractStatus? after = null;
        shop.ScopedWork = async (scope, token) =>
        {
            var reported = new PaylaterStatus(status);
            // A part of the order may be refunded.
            after = (await scope.AdvanceOrderAsync("INV-1", reported, 1_000, 85_000, token)).After;
        };
        Assert.Equal(200, (await shop.SendAsync(First)).Status);
        Assert.Equal(status, after?.Value);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_report_after_the_handler_has_returned_is_refused()
    {
        await using var shop = await Shop.OpenAsync();
        NotificationScope? kept = null;
        shop.ScopedWork = (scope, _) =>
        {
            kept = scope;
            return Task.CompletedTask;
        };
        await shop.SendAsync(First);

        // The services of the attempt are gone as well, and may say so first.
        await Assert.ThrowsAnyAsync<InvalidOperationException>(async () =>
            await ReportAsync(kept!, TestContext.Current.CancellationToken)
        );
    }

    private static ValueTask<OrderAdvance> ReportAsync(
        NotificationScope scope,
        CancellationToken cancellationToken
    ) =>
        scope.AdvanceOrderAsync("INV-1", PaylaterStatus.Success, 85_000, 85_000, cancellationToken);

    private static ValueTask<ContractStatus?> FindAsync(IOrderProgress progress) =>
        progress.FindAsync(Shop.ClientId, "INV-1", TestContext.Current.CancellationToken);

    /// <summary>A ledger that the package doesn't know.</summary>
    private sealed class OwnLedger : INotificationLedger
    {
        private readonly InMemoryNotificationLedger _inner = new(TimeProvider.System);

        public ValueTask<LedgerClaim> TryBeginAsync(NotificationKey key, CancellationToken token) =>
            _inner.TryBeginAsync(key, token);

        public ValueTask<NotificationLease?> RenewAsync(
            NotificationLease lease,
            CancellationToken token
        ) => _inner.RenewAsync(lease, token);

        public ValueTask<bool> CompleteAsync(NotificationLease lease, CancellationToken token) =>
            _inner.CompleteAsync(lease, token);

        public ValueTask<bool> AbandonAsync(NotificationLease lease, CancellationToken token) =>
            _inner.AbandonAsync(lease, token);
    }
}
