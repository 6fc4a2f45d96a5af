using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using MerchantShop;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Testing.Tests;

public sealed class DokuSandboxFixtureTests(DokuSandboxFixture doku)
    : IClassFixture<DokuSandboxFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_calls_and_notifications_of_a_shop_without_a_socket()
    {
        await using var factory = new WebApplicationFactory<Program>();
        using var customer = factory.WithDokuSandbox(doku.Sandbox).CreateClient();

        await MerchantStory.OrderAsync(customer, "INV-SHARED");
        var delivery = await doku.Sandbox.Orders["INV-SHARED"].PayAsync(Cancellation);

        Assert.Equal("doku.localhost", doku.Sandbox.BaseAddress.Host);
        Assert.Equal(NotificationOutcome.Acknowledged, delivery.Outcome);
        Assert.Equal("SUCCESS", await MerchantStory.StateAsync(customer, "INV-SHARED"));
    }

    [Fact]
    public async Task Gives_services_without_a_host_their_client_and_clock()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddDokuSandbox(doku.Sandbox);
        await using var provider = services.BuildServiceProvider();

        var outcome = await provider
            .GetRequiredService<IKredivoClient>()
            .GenerateOrderAsync(Coffee.Order("INV-ALONE"), Cancellation);

        Assert.IsType<Accepted<GenerateOrderResponse>>(outcome);
        Assert.Same(doku.Sandbox.Clock, provider.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task Is_not_there_before_its_start_and_after_its_end()
    {
        await using var other = new DokuSandboxFixture();
        Assert.Throws<InvalidOperationException>(() => other.Sandbox);

        await other.InitializeAsync();
        Assert.NotEqual(doku.Sandbox.ClientId, other.Sandbox.ClientId);
        await other.DisposeAsync();

        Assert.Throws<InvalidOperationException>(() => other.Sandbox);
    }
}
