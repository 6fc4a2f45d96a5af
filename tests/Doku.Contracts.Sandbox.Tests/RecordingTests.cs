using System.Net;
using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class RecordingTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Records_a_session_without_anything_personal_or_secret()
    {
        string secret;
        string clientId;
        string token;
        await using (var sandbox = await StartAsync("session.jsonl"))
        {
            (secret, clientId) = (sandbox.SecretKey, sandbox.ClientId);
            using var shop = new Shop(sandbox);
            token = new Uri(await shop.PlaceAsync()).Segments[^1];
            await shop.OrderAsync(
                Bodies.With(body => body["customer"]!["nickname"] = "Rahasia"),
                "R-2"
            );
        }

        var text = await File.ReadAllTextAsync(_folder["session.jsonl"], Cancellation);
        foreach (
            var hidden in (string[])
                [
                    "Sari",
                    "Wulandari",
                    "Melati",
                    "6281290000001",
                    "40115",
                    "Rahasia",
                    "HMACSHA256",
                    secret,
                    clientId,
                    token,
                ]
        )
        {
            Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        }
        Assert.Contains("Kopi Gayo 250 g", text, StringComparison.Ordinal);
        var call = JsonNode.Parse(
            text.Split('\n').First(line => line.Contains("\"call\"", StringComparison.Ordinal))
        )!;
        Assert.Equal("Xxxx", (string?)call["body"]!["customer"]!["first_name"]);
        Assert.Equal("1111111111111", (string?)call["body"]!["customer"]!["phone"]);
        Assert.Equal(170000, (int)call["body"]!["order"]!["amount"]!);
    }

    [Fact]
    public async Task Replays_a_session_with_its_faults_and_everything_the_merchant_was_told()
    {
        await using var firstInbox = await NotificationInbox.StartAsync();
        await using var secondInbox = await NotificationInbox.StartAsync();
        await using (var sandbox = await StartAsync("session.jsonl", firstInbox))
        {
            await TellAStoryAsync(sandbox);
        }

        await using var again = await StartAsync(null, secondInbox);
        var replay = await again.ReplayAsync(_folder["session.jsonl"], Cancellation);

        Assert.Empty(replay.Differences);
        Assert.Equal(8, replay.Calls);
        Assert.Equal(firstInbox.Told, secondInbox.Told);
        Assert.Equal(firstInbox.Times, secondInbox.Times);
        Assert.Equal(["SUCCESS", "FAILED", "EXPIRED", "REFUNDED"], secondInbox.Told);
        Assert.Equal(
            [SandboxOrderStatus.Refunded, SandboxOrderStatus.Expired],
            again.Orders.Select(order => order.Status)
        );
    }

    [Fact]
    public async Task Tells_where_a_replay_went_another_way()
    {
        await using (var sandbox = await StartAsync("session.jsonl"))
        {
            using var shop = new Shop(sandbox);
            await shop.PlaceAsync();
            await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        }

        await using var again = await StartAsync(null);
        using var sameShop = new Shop(again);
        await sameShop.PlaceAsync(requestId: "R-another");
        await again.Orders["INV-1"].ExpireAsync(Cancellation);
        var replay = await again.ReplayAsync(_folder["session.jsonl"], Cancellation);

        Assert.Equal(2, replay.Differences.Count);
        Assert.Contains("recorded 200, now 400", replay.Differences[0], StringComparison.Ordinal);
        Assert.Contains("Paid in the recording", replay.Differences[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"kind\":\"session\",\"version\":2}\n")]
    [InlineData("a diary\n")]
    public async Task Refuses_a_file_that_is_no_session(string text)
    {
        await File.WriteAllTextAsync(_folder["session.jsonl"], text, Cancellation);
        await using var sandbox = await StartAsync(null);

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            sandbox.ReplayAsync(_folder["session.jsonl"], Cancellation)
        );
    }

    private static async Task TellAStoryAsync(DokuSandbox sandbox)
    {
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.DropAfterCommit);
        await Assert.ThrowsAsync<HttpRequestException>(() => shop.OrderAsync(Bodies.Valid()));
        Assert.Equal(HttpStatusCode.Conflict, (await shop.OrderAsync(Bodies.Valid())).Status);
        await shop.OrderAsync("not json"u8.ToArray(), "R-2");
        await shop.OrderAsync(Bodies.With(body => body["order"]!["amount"] = 1), "R-3");
        await shop.PlaceAsync(Bodies.Valid("INV-2"), "R-4");
        var wrong = shop.Post(Bodies.Valid("INV-3"), "R-5");
        wrong.Headers.Remove("Signature");
        await shop.SendAsync(wrong);
        sandbox.Faults.Next(SandboxFault.GatewayPage);
        await shop.StatusAsync("INV-1");
        await shop.StatusAsync("INV-1");
        sandbox.Faults.Next(SandboxFault.LateNotification);
        await sandbox.Orders["INV-2"].DeclineAsync(Cancellation);
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(5), Cancellation);
        sandbox.Faults.Next(SandboxFault.LostNotification);
        await sandbox.Orders["INV-1"].RefundAsync(Cancellation);
        await sandbox.Orders["INV-2"].ExpireAsync(Cancellation);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(30), Cancellation);
    }

    private Task<DokuSandbox> StartAsync(string? recordTo, NotificationInbox? inbox = null) =>
        DokuSandbox.StartAsync(
            options =>
            {
                options.StoppedAt = Start;
                options.RecordTo = recordTo is null ? null : _folder[recordTo];
                options.NotificationUrl = inbox?.Url();
            },
            Cancellation
        );
}
