using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;

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
            await KeepDeadLettersAsync();
            telemetry.Ask();
        }

        Assert.True(_watch.Leaks.Count == 0, string.Join('\n', _watch.Leaks.Take(20)));
        string[] kinds = ["our log", "log", "activity", "metric", "exception", "console"];
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
            await ExpectAsync<OutcomeUnknown<GenerateOrderResponse>>($"INV-{fault}");
        }

        var broken = await Assert.ThrowsAsync<ContractException>(() =>
            _shop.Kredivo.GenerateOrderAsync(CanaryOrder.Of("INV-3", "\u0007|"), Cancel)
        );
        Assert.True(broken.Errors.Count > 10);
        Console.WriteLine(broken);
        Console.WriteLine(await _shop.Kredivo.CheckStatusAsync("INV-1", Cancel));
    }

    private async Task<T> ExpectAsync<T>(string invoiceNumber, ContractCall? call = null)
        where T : ContractOutcome<GenerateOrderResponse>
    {
        var outcome = await _shop.Kredivo.GenerateOrderAsync(
            CanaryOrder.Of(invoiceNumber),
            call ?? new ContractCall(),
            Cancel
        );
        Console.WriteLine(outcome);
        Console.WriteLine(Record.Exception(outcome.EnsureAccepted));
        return Assert.IsType<T>(outcome);
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
            var fails = CanaryOrder.Notification($"FAILS{path}");
            Assert.Equal(isInline ? 500 : 200, await _shop.NotifyAsync(path, fails));
        }
    }

    private async Task KeepDeadLettersAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await _shop.Ledger.CountAsync(patience.Token) is not { Waiting: 0, Working: 0 })
        {
            // Another database than this process's memory tells nobody when it changes.
            await Task.Delay(10, patience.Token);
        }

        var dead = await _shop.Ledger.ListDeadAsync(10, null, Cancel);
        Assert.Equal(3, dead.Count);
        foreach (var letter in dead)
        {
            Console.WriteLine(letter);
            Assert.True(await _shop.Ledger.DiscardAsync(letter.Notification.Key, Cancel));
        }
    }
}
