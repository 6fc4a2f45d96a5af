using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport.Tests.Options;

public sealed class DokuOptionsTests
{
    private static readonly Dictionary<string, (Action<DokuOptions> Spoil, string Words)> Faults =
        new(StringComparer.Ordinal)
        {
            ["no id"] = (o => o.ClientId = "", "ClientId is missing"),
            ["id with space"] = (o => o.ClientId = "a b", "visible ASCII"),
            ["no key"] = (o => o.SecretKey = null, "a secret key is missing"),
            ["empty key"] = (o => o.SecretKey = "", "SecretKey is empty"),
            ["key with line break"] = (o => o.SecretKey += "\n", "white space"),
            ["both keys"] = (o => o.Keys.Add(Key("a")), "either SecretKey or Keys"),
            ["twin keys"] = (o => Only(o, Key("a"), Key("a")), "two keys have the Id 'a'"),
            ["nameless key"] = (o => Only(o, Key("")), "needs an Id"),
            ["empty key in ring"] = (o => Only(o, new DokuKey { Id = "a" }), "needs a Secret"),
            ["backward key"] = (
                o => Only(o, Key("a", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)),
                "ends before it begins"
            ),
            ["no host"] = (o => o.Environment = null, "set Environment"),
            ["unknown host"] = (o => o.Environment = (DokuEnvironment)7, "Sandbox or Production"),
            ["two hosts"] = (
                o => o.BaseAddress = new Uri("https://a.example"),
                "either Environment or BaseAddress"
            ),
            ["plain http"] = (o => At(o, "http://a.example"), "http is for loopback"),
            ["path"] = (o => At(o, "https://a.example/b"), "host and port only"),
            ["credentials"] = (o => At(o, "https://u:p@a.example"), "host and port only"),
            ["relative"] = (o => At(o, "/b"), "absolute https"),
            ["ftp"] = (o => At(o, "ftp://a.example"), "absolute https"),
            ["no time"] = (o => o.Timeout = TimeSpan.Zero, "Timeout must be"),
            ["too much time"] = (o => o.Timeout = TimeSpan.FromHours(1), "Timeout must be"),
        };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_option_stops_the_program_at_its_start_with_clear_words(string fault)
    {
        var (spoil, words) = Faults[fault];
        var exception = Assert.ThrowsAny<OptionsValidationException>(() =>
            Start(options =>
            {
                Good(options);
                spoil(options);
            })
        );
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeDoku.Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000")]
    [InlineData("https://sandbox.example")]
    public void Right_options_let_the_program_start(string address)
    {
        Start(options =>
        {
            Good(options);
            At(options, address);
        });
    }

    [Fact]
    public void Nothing_prints_a_secret()
    {
        var options = new DokuOptions();
        Good(options);
        var key = Key("2026-11");
        Assert.DoesNotContain(FakeDoku.Secret, options.ToString(), StringComparison.Ordinal);
        Assert.Equal("key 2026-11", key.ToString());
        Assert.Equal("1 keys", new DokuKeyRing(key).ToString());
    }

    [Fact]
    public void A_section_of_the_configuration_sets_every_option()
    {
        var section = Section(
            new()
            {
                ["Doku:ClientId"] = "MCH-1",
                ["Doku:Keys:0:Id"] = "old",
                ["Doku:Keys:0:Secret"] = "s1",
                ["Doku:Keys:0:NotAfter"] = "2026-12-01T00:00:00Z",
                ["Doku:Keys:1:Id"] = "new",
                ["Doku:Keys:1:Secret"] = "s2",
                ["Doku:Keys:1:NotBefore"] = "2026-11-01T00:00:00Z",
                ["Doku:BaseAddress"] = "http://localhost:5000",
                ["Doku:RequestTargetIncludesQuery"] = "true",
                ["Doku:Timeout"] = "00:00:30",
            }
        );
        using var services = new ServiceCollection()
            .AddDoku(section.GetSection("Doku"))
            .Services.BuildServiceProvider();
        var options = services.GetRequiredService<IOptionsMonitor<DokuOptions>>().CurrentValue;
        Assert.Equal("MCH-1", options.ClientId);
        Assert.Equal(["old", "new"], options.Keys.Select(key => key.Id));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, default), options.Keys[0].NotAfter);
        Assert.Equal("http://localhost:5000/", options.BaseAddress?.ToString());
        Assert.True(options.RequestTargetIncludesQuery);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
    }

    private static void Good(DokuOptions options)
    {
        options.ClientId = FakeDoku.ClientId;
        options.SecretKey = FakeDoku.Secret;
        options.Environment = DokuEnvironment.Production;
    }

    private static void Only(DokuOptions options, params DokuKey[] keys)
    {
        options.SecretKey = null;
        foreach (var key in keys)
        {
            options.Keys.Add(key);
        }
    }

    private static void At(DokuOptions options, string address)
    {
        options.Environment = null;
        options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute);
    }

    private static DokuKey Key(string id, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        new()
        {
            Id = id,
            Secret = FakeDoku.Secret,
            NotBefore = from,
            NotAfter = to,
        };

    private static IConfigurationRoot Section(Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    // What a host runs before anything else.
    private static void Start(Action<DokuOptions> configure)
    {
        using var services = new ServiceCollection()
            .AddDoku(configure)
            .Services.BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetRequiredService<IContractTransport>());
    }
}
