using System.Buffers;
using System.Text;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>The story of a whole program with canaries in all that is secret or personal, and ears on all that talks.</summary>
[Collection(nameof(Alone))]
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Secret = "SK-kenari-rahasia-77";

    // What precedes each signature: none may be told.
    private const string SignaturePrefix = "HMACSHA256=";

    private readonly CanaryWatch _watch = new([Secret, SignaturePrefix, .. CanaryOrder.Canaries]);
    private DokuSandbox _sandbox = null!;
    private CanaryShop _shop = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await DokuSandbox.StartAsync(options => options.SecretKey = Secret, Cancel);
        _shop = new CanaryShop(_sandbox, _watch);
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_secret_or_personal_is_told_in_the_whole_story()
    {
        using (var telemetry = new WatchedTelemetry(_watch))
        await using (new WatchedConsole(_watch))
        {
            await _shop.StartAsync(_sandbox);
            await OrderAsync();
            await TakeNotificationsAsync();
            await ReconcileAsync();
            await KeepDeadLettersAsync();
            telemetry.Ask();
        }

        Assert.True(_watch.Leaks.Count == 0, string.Join('\n', _watch.Leaks.Take(20)));
        string[] kinds = ["our log", "log", "activity", "metric", "exception", "console", "page"];
        Assert.All(kinds, kind => Assert.True(_watch.Heard(kind) > 10, kind));
    }

    [Theory]
    [InlineData("log")]
    [InlineData("activity")]
    [InlineData("metric")]
    [InlineData("exception")]
    [InlineData("console")]
    public async Task A_canary_that_is_told_is_heard(string kind)
    {
        using (new WatchedTelemetry(_watch))
        await using (new WatchedConsole(_watch))
        {
            await Chatterbox.TellAsync(kind, CanaryOrder.Phone, _watch);
        }

        // An exception that is thrown on is heard again.
        Assert.NotEmpty(_watch.Leaks);
        Assert.All(_watch.Leaks, leak => Assert.StartsWith(kind, leak, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_in_which_a_canary_was_told_fails_at_its_end()
    {
        var quiet = new CanaryRun([CanaryOrder.Phone]);
        await Chatterbox.TellAsync("exception", "nothing", _watch);
        quiet.Dispose();

        var loud = new CanaryRun([CanaryOrder.Phone]);
        await Chatterbox.TellAsync("activity", CanaryOrder.Phone, _watch);
        await Chatterbox.TellAsync("exception", "nothing", _watch);
        Assert.Contains(
            "telling",
            Assert.ThrowsAny<Exception>(loud.Dispose).Message,
            StringComparison.Ordinal
        );
    }

    private async Task OrderAsync()
    {
        var call = new ContractCall { RequestId = "0190c1a2-0000-7000-8000-000000000001" };
        Console.WriteLine(CanaryOrder.Of("INV-1"));
        await ExpectAsync<Accepted<GenerateOrderResponse>>("INV-1", call);
        Assert.True((await ExpectAsync<Accepted<GenerateOrderResponse>>("INV-1", call)).IsReplay);
        await ExpectAsync<Refused<GenerateOrderResponse>>("INV-2", call);
        await ExpectAsync<Refused<GenerateOrderResponse>>("INV-1");
        SandboxFault[] faults =
        [
            SandboxFault.UnsignedAnswer,
            SandboxFault.WronglySignedAnswer,
            SandboxFault.DropAfterCommit,
            SandboxFault.TruncatedBody,
            SandboxFault.GatewayPage,
        ];
        foreach (var fault in faults)
        {
            _sandbox.Faults.Next(fault);
            // Twice where the call is tried again.
            _sandbox.Faults.Next(fault);
            await ExpectAsync<OutcomeUnknown<GenerateOrderResponse>>($"INV-{fault}");
            await ExpectAsync<ContractOutcome<GenerateOrderResponse>>($"INV-{fault}-next");
        }

        // Against the advice in many places, and sent all the same.
        await ExpectAsync<Accepted<GenerateOrderResponse>>("INV-advised", flaw: "_", phoneFlaw: "");

        var broken = await Assert.ThrowsAsync<ContractException>(() =>
            _shop.Kredivo.GenerateOrderAsync(CanaryOrder.Of("INV-3", "\u0007|"), Cancel)
        );
        Assert.True(broken.Errors.Count > 10);
        Console.WriteLine(broken);
        Console.WriteLine(await _shop.Kredivo.CheckStatusAsync("INV-1", Cancel));
    }

    private async Task<T> ExpectAsync<T>(
        string invoiceNumber,
        ContractCall? call = null,
        string flaw = "",
        string? phoneFlaw = null
    )
        where T : ContractOutcome<GenerateOrderResponse>
    {
        var outcome = await _shop.Kredivo.GenerateOrderAsync(
            CanaryOrder.Of(invoiceNumber, flaw, phoneFlaw),
            call ?? new ContractCall(),
            Cancel
        );
        Console.WriteLine(outcome);
        Console.WriteLine(Record.Exception(outcome.EnsureAccepted));
        return Assert.IsType<T>(outcome, exactMatch: false);
    }

    private async Task TakeNotificationsAsync()
    {
        Assert.True((await _sandbox.Orders["INV-1"].PayAsync(Cancel)).IsAcknowledged);
        var unreadable = CanaryOrder.Notification("INV-4", $"\"{CanaryOrder.Phone} {Secret}\"");
        foreach (var path in new[] { CanaryShop.Inbox, CanaryShop.Inline })
        {
            var isInline = path == CanaryShop.Inline;
            var good = CanaryOrder.Notification($"INV{path}");
            Assert.Equal(200, await _shop.NotifyAsync(path, good));
            Assert.Equal(200, await _shop.NotifyAsync(path, good));
            Assert.Equal(401, await _shop.NotifyAsync(path, good, isForged: true));
            Assert.Equal(401, await _shop.NotifyAsync(path, new string('x', 70_000)));
            // Verified but unreadable: kept as a dead letter, whichever endpoint took it.
            Assert.Equal(200, await _shop.NotifyAsync(path, unreadable));
            var fails = CanaryOrder.Notification(CanaryHandler.Fails + path);
            Assert.Equal(isInline ? 500 : 200, await _shop.NotifyAsync(path, fails));
            // Dead letters by the failure's kind and by the amount, and one that is ignored.
            var never = CanaryOrder.Notification(CanaryHandler.NeverWorks + path);
            Assert.Equal(200, await _shop.NotifyAsync(path, never));
            var other = CanaryOrder.Notification($"OTHER{path}", "170001");
            Assert.Equal(200, await _shop.NotifyAsync(path, other));
            var none = CanaryOrder.Notification(CanaryHandler.NoEffect + path);
            Assert.Equal(200, await _shop.NotifyAsync(path, none));
        }

        // Where all of the contract is personal, and where none of it fits.
        var customer = CanaryOrder.Of("INV-5").Customer;
        Assert.Equal(200, await _shop.NotifyAsync(CanaryShop.Customers, Json(customer)));
        Assert.Equal(
            200,
            await _shop.NotifyAsync(
                CanaryShop.Customers,
                $$"""{"first_name":{"{{CanaryOrder.FirstName}}":1},"phone":["{{CanaryOrder.Phone}}"]}"""
            )
        );
    }

    private static string Json(Customer customer)
    {
        var output = new ArrayBufferWriter<byte>();
        ContractCodec.Write(customer, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private async Task ReconcileAsync()
    {
        await ExpectAsync<Accepted<GenerateOrderResponse>>("INV-silent");
        _sandbox.NotificationUrl = null;
        await _sandbox.Orders["INV-silent"].PayAsync(Cancel);
        var placed = _sandbox.Clock.GetUtcNow();
        await _sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(15), Cancel);
        // One that DOKU doesn't know, and one whose response is forged at first.
        _sandbox.Faults.Next(SandboxFault.WronglySignedAnswer);
        _shop.Pending.Set(
            new PendingOrder("INV-silent", placed),
            new PendingOrder("INV-nowhere", placed)
        );
        var orders = _shop.Services.GetRequiredService<IOrderProgress>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await orders.FindAsync(_sandbox.ClientId, "INV-silent", patience.Token) is null)
        {
            // After a response that can't be believed an order is asked about only later again.
            await _sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(10), Cancel);
            await Task.Delay(500, patience.Token);
        }
    }

    private async Task KeepDeadLettersAsync()
    {
        await _shop.UntilIdleAsync();
        var dead = await _shop.Ledger.ListDeadAsync(20, null, Cancel);
        Assert.Equal(8, dead.Count);
        await LookAsync(dead);
        // Replayed it dies again, and says so.
        await _shop.ActAsync("/json/replay", dead[0].Notification.Key);
        await _shop.UntilIdleAsync();
        using var words = new StringWriter();
        await LedgerConsole.RunAsync(_shop.Services, ["list"], words, Cancel);
        await LedgerConsole.RunAsync(
            _shop.Services,
            ["show", dead[0].Notification.Key.BodyHash],
            words,
            Cancel
        );
        await LedgerConsole.RunAsync(_shop.Services, ["erase", "INV-4"], words, Cancel);
        _watch.Hear("page", words.ToString());
        await _shop.Ledger.EraseAsync(_sandbox.Clock.GetUtcNow(), Cancel);
        await LookAsync(dead);
        foreach (var letter in dead)
        {
            Console.WriteLine(letter);
            await _shop.ActAsync("/json/discard", letter.Notification.Key);
        }
    }

    /// <summary>Looks at everything that the viewer and the health check show.</summary>
    private async Task LookAsync(IReadOnlyList<DeadNotification> dead)
    {
        _watch.Hear("page", await _shop.ReadAsync(""));
        _watch.Hear("page", await _shop.ReadAsync("/json"));
        foreach (var key in dead.Select(letter => letter.Notification.Key))
        {
            var query =
                $"?client={key.ClientId}&endpoint={Uri.EscapeDataString(key.Endpoint)}&hash={key.BodyHash}";
            _watch.Hear("page", await _shop.ReadAsync("/inspect" + query));
            _watch.Hear("page", await _shop.ReadAsync("/json/inspect" + query));
        }

        var health = await _shop
            .Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(Cancel);
        foreach (var (name, entry) in health.Entries)
        {
            _watch.Hear(
                "page",
                $"{name} {entry.Description} {entry.Exception} {string.Join(' ', entry.Data)}"
            );
        }
    }
}
