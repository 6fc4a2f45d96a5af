using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;
using MerchantShop;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.Testing.Tests;

public sealed class DokuSandboxHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_the_place_of_every_setting_that_the_shop_has_for_DOKU()
    {
        await using var sandbox = await StartAsync();
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("Doku:Environment", "Production")
                .UseSetting("Doku:ClientId", "MCH-0001-10791114622547")
                .UseSetting("Doku:Keys:0:Id", "production-1")
                .UseSetting("Doku:Keys:0:Secret", "SK-that-must-never-sign-here")
        );
        var wired = factory.WithDokuSandbox(sandbox);

        var options = wired.Services.GetRequiredService<IOptions<DokuOptions>>().Value;

        Assert.Equal(sandbox.ClientId, options.ClientId);
        Assert.Empty(options.Keys);
        Assert.Null(options.Environment);
        Assert.Same(sandbox.Clock, wired.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task Serves_a_named_merchant_by_an_account_of_its_own()
    {
        await using var sandbox = await StartAsync();
        var tea = sandbox.Merchants.Add("toko-teh");
        var services = new ServiceCollection().AddLogging();
        // Registered afterwards by the program, and still not asked.
        services.AddDokuSandbox(sandbox, "tea", tea);
        services
            .AddDoku("tea", options => options.BaseAddress = new Uri("https://doku.example"))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => new RefusingHandler());
        await using var provider = services.BuildServiceProvider();

        var outcome = await provider
            .GetRequiredKeyedService<IKredivoClient>("tea")
            .GenerateOrderAsync(Coffee.Order("INV-1"), Cancellation);

        Assert.IsType<Accepted<GenerateOrderResponse>>(outcome);
        Assert.Equal(tea.ClientId, sandbox.Orders["INV-1"].ClientId);
    }

    [Fact]
    public async Task Starts_the_shop_only_when_it_is_asked_for()
    {
        await using var sandbox = await StartAsync();
        var starts = 0;
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.ConfigureServices(_ => starts++)
        );

        factory.WithDokuSandbox(sandbox, "/elsewhere");

        Assert.Equal(0, starts);
        Assert.Equal("/elsewhere", sandbox.NotificationUrl!.AbsolutePath);
        Assert.Throws<ArgumentException>(() => factory.WithDokuSandbox(sandbox, "elsewhere"));
    }

    [Fact]
    public async Task A_call_that_is_given_up_ends_though_the_clock_stands_still()
    {
        await using var sandbox = await DokuSandbox.StartAsync(
            options =>
            {
                options.UseSocket = false;
                options.StoppedAt = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);
            },
            Cancellation
        );
        sandbox.Faults.Next(SandboxFault.SlowHeaders);
        var services = new ServiceCollection().AddLogging();
        services.AddDokuSandbox(sandbox);
        await using var provider = services.BuildServiceProvider();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var call = provider
            .GetRequiredService<IKredivoClient>()
            .GenerateOrderAsync(Coffee.Order("INV-1"), patience.Token);
        await foreach (var one in sandbox.Events.ReadAsync(0, Cancellation))
        {
            if (one.Kind == SandboxEventKind.FaultInjected)
            {
                break;
            }
        }
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            call.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)
        );
    }

    private static Task<DokuSandbox> StartAsync() =>
        DokuSandbox.StartAsync(options => options.UseSocket = false, Cancellation);

    private sealed class RefusingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => throw new HttpRequestException("The program's own handler was asked.");
    }
}
