using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
                .AddContracts<ParcelContract>()
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
            var client = provider.GetRequiredKeyedService<Courier>(name);
            Assert.IsType<Accepted<Parcel>>(await client.SendAsync());
            Assert.Equal($"MCH-{name}", doku.Sent[^1].One("Client-Id"));
        }

        Assert.Null(provider.GetService<IContractTransport>());
    }

    [Fact]
    public async Task A_changed_secret_counts_from_the_next_call_without_a_restart()
    {
        var configuration = Configured(("Doku:SecretKey", "SK-before"));
        await using var provider = Open(configuration, out var doku);
        var client = provider.GetRequiredService<Courier>();

        doku.Answer = SignedWith("SK-before");
        Assert.IsType<Accepted<Parcel>>(await client.SendAsync());
        configuration["Doku:SecretKey"] = "SK-after";
        configuration.Reload();
        doku.Answer = SignedWith("SK-after");
        Assert.IsType<Accepted<Parcel>>(await client.SendAsync());
        Assert.Equal(Signature("SK-after", doku.Sent[1]), doku.Sent[1].Signature);
    }

    [Fact]
    public async Task An_old_key_verifies_until_it_ends_while_a_new_one_signs()
    {
        var configuration = Configured(
            ("Doku:Keys:0:Id", "old"),
            ("Doku:Keys:0:Secret", "SK-before")
        );
        await using var provider = Open(configuration, out var doku);
        var clock = (FakeTimeProvider)provider.GetRequiredService<TimeProvider>();
        var client = provider.GetRequiredService<Courier>();
        doku.Answer = SignedWith("SK-before");
        Assert.Equal("accepted", (await client.SendAsync()).Words());

        configuration["Doku:Keys:0:NotAfter"] = "2026-11-22T03:00:00Z";
        configuration["Doku:Keys:1:Id"] = "new";
        configuration["Doku:Keys:1:Secret"] = "SK-after";
        configuration["Doku:Keys:1:NotBefore"] = "2026-11-22T01:00:00Z";
        configuration.Reload();
        // DOKU may go on with the old key for a while: either is right, and ours is the new one.
        Assert.Equal("accepted", (await client.SendAsync()).Words());
        Assert.Equal(Signature("SK-after", doku.Sent[1]), doku.Sent[1].Signature);
        doku.Answer = SignedWith("SK-after");
        Assert.Equal("accepted", (await client.SendAsync()).Words());

        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("accepted", (await client.SendAsync()).Words());
        doku.Answer = SignedWith("SK-before");
        Assert.Equal("unknown AnswerNotVerified", (await client.SendAsync()).Words());
    }

    [Fact]
    public async Task A_change_for_the_worse_stops_calls_before_they_are_sent()
    {
        var configuration = Configured(("Doku:SecretKey", "SK-before"));
        await using var provider = Open(configuration, out var doku);
        var client = provider.GetRequiredService<Courier>();
        configuration["Doku:SecretKey"] = "";
        // Whoever reloads by hand hears of it at once.
        Assert.Throws<AggregateException>(configuration.Reload);
        await Assert.ThrowsAsync<OptionsValidationException>(client.SendAsync);
        Assert.Empty(doku.Sent);
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

    private static IConfigurationRoot Configured(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Doku:ClientId"] = FakeDoku.ClientId,
                    ["Doku:Environment"] = "Sandbox",
                }
            )
            .AddInMemoryCollection(
                values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))
            )
            .Build();

    private static ServiceProvider Open(IConfigurationRoot configuration, out FakeDoku doku)
    {
        var clock = new FakeTimeProvider(Bench.Start);
        var network = new FakeDoku(clock);
        doku = network;
        return new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddDoku(configuration.GetSection("Doku"))
            .AddContracts<ParcelContract>()
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => network)
            .Services.BuildServiceProvider();
    }

    private static string Signature(string secret, SentRequest sent) =>
        Signer.Sign(
            secret,
            "Request-Timestamp",
            FakeDoku.ClientId,
            sent.RequestId,
            sent.Stamp,
            sent.Address.AbsolutePath,
            sent.Body
        );

    private static Func<SentRequest, HttpResponseMessage> SignedWith(string secret) =>
        request => FakeDoku.Signed(request, 200, """{"id":"a"}""", new() { Secret = secret });
}
