using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static Doku.Contracts.Transport.Tests.Options.OptionFaults;

namespace Doku.Contracts.Transport.Tests.Options;

public sealed class DokuOptionsTests
{
    public static TheoryData<string> Names => [.. OptionFaults.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_option_stops_the_program_at_its_start_with_clear_words(string fault)
    {
        var (spoil, words) = OptionFaults.All[fault];
        var exception = Assert.ThrowsAny<OptionsValidationException>(() =>
            Start(options =>
            {
                Good(options);
                spoil(options);
            })
        );
        Assert.Contains(exception.Failures, failure => Strip(failure) == words);
        Assert.DoesNotContain(FakeDoku.Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("u:p", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_name_the_merchant()
    {
        using var services = new ServiceCollection()
            .AddDoku(
                "tea",
                options =>
                {
                    Good(options);
                    options.SecretKey = null;
                }
            )
            .Services.BuildServiceProvider();
        var exception = Assert.Throws<OptionsValidationException>(() =>
            services.GetRequiredService<IStartupValidator>().Validate()
        );
        Assert.Equal(
            ["DOKU merchant 'tea': a secret key is missing: set SecretKey, or Keys for several."],
            exception.Failures
        );
    }

    // Words inside other words are no names: "live" in "delivery".
    [Theory]
    [InlineData(DokuEnvironment.Production, "production-2026")]
    [InlineData(DokuEnvironment.Production, "sandboxes")]
    [InlineData(DokuEnvironment.Sandbox, "sandbox-2026")]
    [InlineData(DokuEnvironment.Sandbox, "delivery")]
    public void A_key_may_be_named_after_the_host_that_it_is_for(
        DokuEnvironment environment,
        string id
    )
    {
        Start(options =>
        {
            Good(options);
            Only(options, Key(id));
            options.Environment = environment;
        });
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
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Bench.Start))
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

    // Rules of single members are reported with the member's place before them.
    private static string Strip(string failure) =>
        failure.StartsWith("DOKU: ", StringComparison.Ordinal) ? failure["DOKU: ".Length..]
        : failure.Contains(": Every key", StringComparison.Ordinal)
        || failure.Contains(": ClientId", StringComparison.Ordinal)
            ? failure[(failure.IndexOf(": ", StringComparison.Ordinal) + 2)..]
        : failure;

    private static IConfigurationRoot Section(Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    // What a host runs before anything else.
    private static void Start(Action<DokuOptions> configure)
    {
        using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Bench.Start))
            .AddDoku(configure)
            .Services.BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetRequiredService<IContractTransport>());
    }
}
