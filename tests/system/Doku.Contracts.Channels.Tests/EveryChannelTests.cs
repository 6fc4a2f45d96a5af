using System.Text;
using System.Text.Json;
using Doku.Contracts.Channels.Tests.Support;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Channels.Tests;

/// <summary>
/// What holds for one channel holds for each, by its schema files alone: the package's, and one that nobody has heard
/// of. A new folder is picked up by itself.
/// </summary>
public sealed class EveryChannelTests
{
    private const string RequestId = "0199f3a0-0000-7000-8000-000000000001";

    public static TheoryData<string> Channels => [.. Channel.All.Select(channel => channel.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_contract_file_has_a_channel()
    {
        Assert.Equal(
            ChannelFiles.Contracts().Order(StringComparer.Ordinal),
            Channel.All.Select(channel => channel.Name).Order(StringComparer.Ordinal)
        );
        Assert.Contains("Madeup", Channel.All.Select(channel => channel.Name));
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Channels))]
    public async Task An_order_is_placed_replayed_paid_and_notified(string name)
    {
        var channel = Channel.Of(name);
        await using var shop = await ChannelShop.OpenAsync(name);
        var call = new ContractCall { RequestId = RequestId };

        var placed = await channel.PlaceAsync(shop.Services, channel.Examples[0], call);
        Assert.Equal("accepted", placed.Outcome);
        var order = Assert.Single(shop.Sandbox.Orders);
        Assert.Equal(order.PaymentUrl, placed.Page);

        var again = await channel.PlaceAsync(shop.Services, channel.Examples[0], call);
        Assert.Equal("replayed", again.Outcome);
        Assert.True(JsonElement.DeepEquals(placed.Response, again.Response));
        Assert.Single(shop.Sandbox.Orders);

        var delivery = await order.PayAsync(Cancel);
        Assert.Equal(NotificationOutcome.Acknowledged, delivery.Outcome);
        var notified = Assert.Single(shop.Notified);
        Assert.Equal("SUCCESS", JsonTree.Find(notified, "/transaction/status")?.GetString());
        Assert.Equal(
            order.InvoiceNumber,
            JsonTree.Find(notified, "/order/invoice_number")?.GetString()
        );

        var check = shop.Services.GetRequiredService<IOrderStatusCheck>();
        var report = (await check.CheckAsync(order.InvoiceNumber, Cancel)).EnsureAccepted();
        Assert.Equal(("SUCCESS", true), (report.Status?.Value, report.Status?.IsPaid));
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Channels))]
    public async Task Every_valid_example_is_an_order(string name)
    {
        var channel = Channel.Of(name);
        foreach (var example in channel.Examples)
        {
            await using var shop = await ChannelShop.OpenAsync(name);
            var placed = await channel.PlaceAsync(shop.Services, example, new ContractCall());
            Assert.Equal("accepted", placed.Outcome);
            Assert.NotNull(placed.Page);
        }
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Channels))]
    public async Task A_lost_response_is_recovered_and_the_order_exists_once(string name)
    {
        var channel = Channel.Of(name);
        await using var shop = await ChannelShop.OpenAsync(name);
        shop.Sandbox.Faults.Next(SandboxFault.DropAfterCommit);
        var call = new ContractCall { RequestId = RequestId };

        var lost = await channel.PlaceAsync(shop.Services, channel.Examples[0], call);
        Assert.StartsWith("unknown", lost.Outcome, StringComparison.Ordinal);
        var found = await channel.RecoverAsync(shop.Services, channel.Examples[0], RequestId);

        Assert.Equal("replayed", found.Outcome);
        Assert.Single(shop.Sandbox.Orders);
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Channels))]
    public async Task A_signed_response_about_another_order_is_never_accepted(string name)
    {
        var channel = Channel.Of(name);
        var request = channel.Examples[0];
        Assert.Equal("accepted", await AnswerAsync(channel, request, 200, altered: -1));
        Assert.Equal("replayed", await AnswerAsync(channel, request, 409, altered: -1));
        var altered = 0;
        for (; channel.Echo(request, altered) is not null; altered++)
        {
            Assert.Equal("unknown AnotherOrder", await AnswerAsync(channel, request, 200, altered));
            Assert.Equal(
                "refused HTTP 409, Request-Id conflict",
                await AnswerAsync(channel, request, 409, altered)
            );
        }

        Assert.InRange(altered, 2, int.MaxValue);
    }

    private static async Task<string> AnswerAsync(
        Channel channel,
        byte[] request,
        int status,
        int altered
    )
    {
        var body = channel.Echo(request, altered)!;
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddDoku(options =>
            {
                options.ClientId = SignedAnswer.ClientId;
                options.SecretKey = SignedAnswer.Secret;
                options.BaseAddress = new Uri("http://localhost");
            })
            .AddContracts<AllContracts>()
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => new SignedAnswer(status, body))
            .Services.BuildServiceProvider();
        var placed = await channel.PlaceAsync(services, request, new ContractCall());
        return placed.Outcome;
    }
}
