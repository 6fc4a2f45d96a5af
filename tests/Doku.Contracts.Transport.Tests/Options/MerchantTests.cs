using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Transport.Tests.Options;

public sealed class MerchantTests
{
    [Fact]
    public async Task Each_named_merchant_signs_as_itself()
    {
        using var doku = new FakeDoku(new FakeTimeProvider());
        var services = new ServiceCollection();
        foreach (var name in new[] { "tea", "coffee" })
        {
            services
                .AddDoku(
                    name,
                    options =>
                    {
                        options.ClientId = $"MCH-{name}";
                        options.SecretKey = $"SK-{name}";
                        options.Environment = DokuEnvironment.Sandbox;
                    }
                )
                .AddClient<ParcelClient>(transport => new ParcelClient(transport))
                .HttpClient.ConfigurePrimaryHttpMessageHandler(() => doku);
        }

        doku.Answer = request =>
            FakeDoku.Signed(
                request,
                200,
                """{"id":"a"}""",
                new() { Secret = "SK-" + request.One("Client-Id")["MCH-".Length..] }
            );
        await using var provider = services.BuildServiceProvider();
        foreach (var name in new[] { "tea", "coffee" })
        {
            var client = provider.GetRequiredKeyedService<ParcelClient>(name);
            Assert.IsType<Accepted<Parcel>>(await client.SendAsync());
            Assert.Equal($"MCH-{name}", doku.Sent[^1].One("Client-Id"));
        }

        Assert.Null(provider.GetService<IContractTransport>());
    }

    [Fact]
    public async Task A_changed_secret_counts_from_the_next_call_without_a_restart()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Doku:ClientId"] = FakeDoku.ClientId,
                    ["Doku:SecretKey"] = "SK-before",
                    ["Doku:Environment"] = "Sandbox",
                }
            )
            .Build();
        using var doku = new FakeDoku(new FakeTimeProvider());
        var services = new ServiceCollection();
        services
            .AddDoku(configuration.GetSection("Doku"))
            .AddClient<ParcelClient>(transport => new ParcelClient(transport))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => doku);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ParcelClient>();

        doku.Answer = SignedWith("SK-before");
        Assert.IsType<Accepted<Parcel>>(await client.SendAsync());
        configuration["Doku:SecretKey"] = "SK-after";
        configuration.Reload();
        doku.Answer = SignedWith("SK-after");
        Assert.IsType<Accepted<Parcel>>(await client.SendAsync());
    }

    [Fact]
    public void AddDoku_brings_the_generated_client()
    {
        var services = new ServiceCollection();
        services.AddDoku(Sandbox);
        services.AddDoku("tea", Sandbox);
        using var provider = services.BuildServiceProvider();
        Assert.IsType<KredivoClient>(provider.GetRequiredService<IKredivoClient>());
        Assert.IsType<KredivoClient>(provider.GetRequiredKeyedService<IKredivoClient>("tea"));
    }

    private static void Sandbox(DokuOptions options)
    {
        options.ClientId = FakeDoku.ClientId;
        options.SecretKey = FakeDoku.Secret;
        options.Environment = DokuEnvironment.Sandbox;
    }

    private static Func<SentRequest, HttpResponseMessage> SignedWith(string secret) =>
        request => FakeDoku.Signed(request, 200, """{"id":"a"}""", new() { Secret = secret });

    private sealed class ParcelClient(IContractTransport transport)
    {
        internal Task<ContractOutcome<Parcel>> SendAsync() =>
            transport.SendAsync(
                Parcel.Send,
                Parcel.Send.Path,
                new Parcel("P-1"),
                new ContractCall(),
                TestContext.Current.CancellationToken
            );
    }
}
