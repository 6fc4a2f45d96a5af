using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

/// <summary>What an SQLite file keeps across a restart.</summary>
public sealed class StoreTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keeps_merchants_orders_answers_and_exchanges()
    {
        string clientId;
        string secretKey;
        Answer first;
        await using (var sandbox = await StartAsync())
        {
            (clientId, secretKey) = (sandbox.ClientId, sandbox.SecretKey);
            using var shop = new Shop(sandbox);
            first = await shop.OrderAsync(Bodies.Valid());
            await shop.PlaceAsync(Bodies.Valid("INV-2"), "R-2");
            await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        }

        await using var again = await StartAsync();
        using var sameShop = new Shop(again);
        var replay = await sameShop.OrderAsync(Bodies.Valid());
        var used = await sameShop.OrderAsync(Bodies.Valid("INV-2"), "R-3");
        var status = await sameShop.StatusAsync("INV-1");
        await again.Orders["INV-2"].PayAsync(Cancellation);

        Assert.Equal((clientId, secretKey), (again.ClientId, again.SecretKey));
        Assert.Equal(["INV-1", "INV-2"], again.Orders.Select(order => order.InvoiceNumber));
        Assert.Equal(HttpStatusCode.Conflict, replay.Status);
        Assert.Equal(first.Text, replay.Text);
        Assert.Equal(HttpStatusCode.BadRequest, used.Status);
        Assert.Equal("SUCCESS", (string?)status.Json["transaction"]!["status"]);
        Assert.Equal(
            [
                SandboxOrderEventKind.Created,
                SandboxOrderEventKind.Paid,
                SandboxOrderEventKind.Notified,
            ],
            again.Orders["INV-1"].Events.Select(one => one.Kind)
        );
        Assert.Equal([1, 2, 3, 4, 5], again.Exchanges.Select(one => one.Sequence));
        Assert.Equal(Bodies.Valid(), again.Exchanges[0].Body.ToArray());
        Assert.True(again.Exchanges[0].Signature!.IsValid);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_the_sandboxs_user_can_read_the_store(bool wasThere)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes.");
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (wasThere)
        {
            await File.WriteAllBytesAsync(_folder["sandbox.db"], [], Cancellation);
        }

        await using var sandbox = await StartAsync();
        var files = Directory.GetFiles(Path.GetDirectoryName(_folder["sandbox.db"])!);
        Assert.Contains(_folder["sandbox.db"], files);
        foreach (var file in files)
        {
            Assert.Equal(owner, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Keeps_the_payment_page_under_its_token()
    {
        string path;
        await using (var sandbox = await StartAsync())
        {
            using var shop = new Shop(sandbox);
            path = new Uri(await shop.PlaceAsync()).AbsolutePath;
        }

        await using var again = await StartAsync();
        using var sameShop = new Shop(again);
        var page = await sameShop.OpenAsync(new Uri(again.BaseAddress, path).AbsoluteUri);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(again.Orders["INV-1"].PaymentUrl.AbsolutePath, path);
    }

    [Fact]
    public async Task Goes_on_with_retries_and_expiries_that_are_due()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        inbox.Status = 500;
        await using (var sandbox = await StartAsync(inbox))
        {
            using var shop = new Shop(sandbox);
            await shop.PlaceAsync();
            await shop.PlaceAsync(Bodies.Valid("INV-2"), "R-2");
            await sandbox.Orders["INV-1"].PayAsync(Cancellation);
            await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(31), Cancellation);
        }
        inbox.Status = 200;

        await using var again = await StartAsync(inbox);
        var due = again.Notifications.Single().NextAttemptAt;
        var now = again.Clock.GetUtcNow();
        await again.Clock.AdvanceAsync(TimeSpan.FromHours(6), Cancellation);

        Assert.Equal(Start.AddMinutes(31), now);
        Assert.Equal(Start.AddHours(6), due);
        Assert.Equal(["SUCCESS", "SUCCESS", "EXPIRED", "SUCCESS"], inbox.Told);
        Assert.Equal("2026-11-22T07:00:00Z", inbox.Times.Last());
        Assert.Equal(SandboxOrderStatus.Expired, again.Orders["INV-2"].Status);
        Assert.Equal(3, again.Notifications.First().Attempts.Count);
    }

    [Fact]
    public async Task Keeps_what_is_held_back()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using (var sandbox = await StartAsync(inbox))
        {
            using var shop = new Shop(sandbox);
            await shop.PlaceAsync();
            sandbox.Notifications.IsHolding = true;
            await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        }

        await using var again = await StartAsync(inbox);
        await again.Notifications.ReleaseAsync(cancellationToken: Cancellation);

        Assert.Equal(["SUCCESS"], inbox.Told);
    }

    [Fact]
    public async Task Lets_no_second_sandbox_into_the_same_file()
    {
        await using var sandbox = await StartAsync();

        await Assert.ThrowsAsync<IOException>(() => StartAsync());
    }

    [Fact]
    public async Task Refuses_a_file_that_is_not_its_own()
    {
        await File.WriteAllTextAsync(_folder["sandbox.db"], "this is a diary", Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync());
    }

    private Task<DokuSandbox> StartAsync(NotificationInbox? inbox = null) =>
        DokuSandbox.StartAsync(
            options =>
            {
                options.StorePath = _folder["sandbox.db"];
                options.StoppedAt = Start;
                options.NotificationUrl = inbox?.Url();
            },
            Cancellation
        );
}
