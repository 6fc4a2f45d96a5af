using System.Data.Common;
using Doku.Contracts.AspNetCore.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.AspNetCore.Tests.Work;

/// <summary>The kind of a failure decides between retry, dead letter and no effect, and a commit is never ignored.</summary>
public sealed class FailureKindTests : IAsyncLifetime
{
    private static readonly Notification Good = new();
    private readonly SqliteFile _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public void By_default_a_database_says_itself_what_is_transient_and_all_else_is_unknown()
    {
        var kindOf = new NotificationLedgerOptions().ClassifyFailure;
        Assert.Equal(FailureKind.Transient, kindOf(new Failure(isTransient: true)));
        Assert.Equal(
            FailureKind.Transient,
            kindOf(new InvalidOperationException("in a wrapper", new Failure(isTransient: true)))
        );
        Assert.Equal(FailureKind.Unknown, kindOf(new Failure(isTransient: false)));
        Assert.Equal(FailureKind.Unknown, kindOf(new TimeoutException()));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(NotificationMode.Inbox)]
    [InlineData(NotificationMode.Inline)]
    public async Task A_permanent_failure_is_a_dead_letter_at_once(NotificationMode mode)
    {
        await using var shop = await OpenAsync(FailureKind.Permanent, mode);
        shop.Shop.ScopedWork = (scope, _) => throw new Failure();

        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilAsync(counts => counts.Dead == 1);

        var dead = Assert.Single(await shop.Inbox.ListDeadAsync(10, null, Cancel));
        Assert.Equal((typeof(Failure).FullName, 1), (dead.Failure, dead.Attempts));
        AssertLogged(shop.Shop, 2030);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(NotificationMode.Inbox)]
    [InlineData(NotificationMode.Inline)]
    public async Task An_ignored_failure_ends_the_notification_and_undoes_what_was_written(
        NotificationMode mode
    )
    {
        await using var shop = await OpenAsync(FailureKind.Ignored, mode);
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            await scope.AdvanceOrderAsync("INV-1", Common.PaylaterStatus.Success, 1, 1, token);
            throw new Failure();
        };

        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilDoneAsync();
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);

        Assert.Single(shop.Shop.Handled);
        Assert.Null(await shop.Orders.FindAsync(Shop.ClientId, "INV-1", Cancel));
        AssertLogged(shop.Shop, 2031);
        Assert.DoesNotContain(shop.Shop.Log.Lines, line => line.Event.Id == 2004);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(NotificationMode.Inbox)]
    [InlineData(NotificationMode.Inline)]
    public async Task A_commit_that_failed_is_never_ignored(NotificationMode mode)
    {
        await using var shop = await OpenAsync(FailureKind.Ignored, mode);
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            var transaction = await scope.BeginTransactionAsync(token);
            if (shop.Shop.Handled.Count == 1)
            {
                // Its end is the ledger's, whose commit fails for that.
                await transaction.RollbackAsync(token);
            }
        };

        await SendUntilDoneAsync(shop, mode);

        Assert.Equal(2, shop.Shop.Handled.Count);
        Assert.DoesNotContain(shop.Shop.Log.Lines, line => line.Event.Id == 2031);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(NotificationMode.Inbox)]
    [InlineData(NotificationMode.Inline)]
    public async Task A_failure_after_the_handlers_own_commit_is_never_ignored(
        NotificationMode mode
    )
    {
        await using var shop = await OpenAsync(FailureKind.Ignored, mode);
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            var transaction = await scope.BeginTransactionAsync(token);
            if (shop.Shop.Handled.Count == 1)
            {
                await transaction.CommitAsync(token);
                throw new Failure();
            }
        };

        await SendUntilDoneAsync(shop, mode);

        Assert.Equal(2, shop.Shop.Handled.Count);
        Assert.DoesNotContain(shop.Shop.Log.Lines, line => line.Event.Id == 2031);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_function_that_throws_or_says_nonsense_loses_nothing(bool throws)
    {
        await using var shop = await InboxShop.OpenAsync(
            _database,
            ledger =>
                ledger.ClassifyFailure = failure =>
                    throws ? throw new InvalidOperationException("canary") : (FailureKind)99
        );
        shop.Shop.ScopedWork = (scope, _) =>
            scope.Attempt == 1 ? throw new Failure() : Task.CompletedTask;

        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilDoneAsync();

        Assert.Equal(2, shop.Shop.Handled.Count);
        AssertLogged(shop.Shop, 2032);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_a_database_an_ignored_failure_answers_200_and_a_permanent_one_500()
    {
        var kind = FailureKind.Ignored;
        await using var shop = await Shop.OpenAsync(merchant: doku =>
            doku.Services.Configure<NotificationLedgerOptions>(options =>
                options.ClassifyFailure = _ => kind
            )
        );
        shop.Work = _ => throw new Failure();

        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
        Assert.Single(shop.Handled);

        kind = FailureKind.Permanent;
        Assert.Equal(500, (await shop.SendAsync(Good with { Body = """{"id":"2"}""" })).Status);
        AssertLogged(shop, 2021);
    }

    private static async Task SendUntilDoneAsync(InboxShop shop, NotificationMode mode)
    {
        var first = (await shop.Shop.SendAsync(Good)).Status;
        Assert.Equal(mode == NotificationMode.Inline ? 500 : 200, first);
        if (mode == NotificationMode.Inline)
        {
            Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        }

        await shop.UntilDoneAsync();
    }

    private static void AssertLogged(Shop shop, int id) =>
        Assert.Single(shop.Log.Lines, line => line.Event.Id == id);

    private Task<InboxShop> OpenAsync(FailureKind kind, NotificationMode mode) =>
        InboxShop.OpenAsync(
            _database,
            ledger => ledger.ClassifyFailure = _ => kind,
            endpoint => endpoint.Mode = mode
        );

    private sealed class Failure(bool isTransient = false) : DbException("canary")
    {
        public override bool IsTransient => isTransient;
    }
}
