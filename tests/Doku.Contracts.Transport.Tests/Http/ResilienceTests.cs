using System.Net.Http.Headers;
using Doku.Contracts.Resilience;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport.Tests.Http;

public sealed class ResilienceTests : IDisposable
{
    private readonly JumpingClock _clock = new();
    private Bench? _bench;

    [Fact]
    public async Task Waits_longer_each_time_but_never_longer_than_the_longest_wait()
    {
        var bench = Open();
        WireFailure.Plan(bench.Doku, _ => "503");
        Assert.Equal("unknown ServerFailed", (await bench.SendAsync()).Words());
        Assert.Equal(3, _clock.Waits.Count);
        Assert.All(
            _clock.Waits,
            wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(8))
        );
        Assert.InRange(_clock.Passed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(28));
    }

    [Theory]
    [InlineData(429, 5, false)]
    [InlineData(503, 5, false)]
    [InlineData(429, 5, true)]
    public async Task Waits_as_long_as_Retry_After_asks(int status, int seconds, bool asDate)
    {
        var bench = Open();
        bench.Doku.Answer = request =>
            bench.Doku.Sent.Count == 2
                ? FakeDoku.Signed(request, 200, """{"id":"a"}""")
                : Asking(status, TimeSpan.FromSeconds(seconds), asDate);
        Assert.Equal("accepted", (await bench.SendAsync()).Words());
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(_clock.Waits));
    }

    [Theory]
    [InlineData(429, "unknown AnswerNotVerified")]
    [InlineData(503, "unknown ServerFailed")]
    public async Task A_Retry_After_beyond_the_longest_wait_is_handed_to_the_caller(
        int status,
        string expected
    )
    {
        var bench = Open();
        bench.Doku.Answer = _ => Asking(status, TimeSpan.FromHours(1), asDate: false);
        Assert.Equal(expected, (await bench.SendAsync()).Words());
        Assert.Single(bench.Doku.Sent);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_silent_attempt_is_given_up_and_followed_by_another()
    {
        var bench = Open();
        WireFailure.Plan(bench.Doku, attempt => attempt == 1 ? "silence" : null);
        Assert.Equal("accepted", (await bench.SendAsync()).Words());
        Assert.Equal(2, bench.Doku.Sent.Count);
    }

    [Fact]
    public async Task All_attempts_together_stay_within_the_calls_own_limit()
    {
        var bench = Open(configure: options => options.Timeout = TimeSpan.FromSeconds(20));
        WireFailure.Plan(bench.Doku, _ => "silence");
        Assert.Equal("unknown TimedOut", (await bench.SendAsync()).Words());
        Assert.InRange(bench.Doku.Sent.Count, 1, 2);
        // The limit, and at most one of the fake's own steps beyond it.
        Assert.InRange(_clock.Passed, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(34));
    }

    [Fact]
    public async Task Calls_stop_while_DOKU_is_down_and_go_on_afterwards()
    {
        var bench = Open(options =>
        {
            options.MaxRetries = 0;
            options.BreakAfter = 4;
        });
        WireFailure.Plan(bench.Doku, _ => "503");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("unknown ServerFailed", (await bench.SendAsync()).Words());
        }

        Assert.Equal("unknown NotReached", (await bench.SendAsync()).Words());
        Assert.Equal(4, bench.Doku.Sent.Count);

        WireFailure.Plan(bench.Doku, _ => null);
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("accepted", (await bench.SendAsync()).Words());
    }

    [Fact]
    public async Task One_merchants_breaker_does_not_stop_another()
    {
        using var doku = new FakeDoku(_clock);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock);
        foreach (var name in new[] { "tea", "coffee" })
        {
            services
                .AddDoku(
                    name,
                    options =>
                    {
                        options.ClientId = $"MCH-{name}";
                        options.SecretKey = FakeDoku.Secret;
                        options.Environment = DokuEnvironment.Sandbox;
                    }
                )
                .AddResilience(options => (options.MaxRetries, options.BreakAfter) = (0, 2))
                .AddContracts<ParcelContract>()
                .HttpClient.ConfigurePrimaryHttpMessageHandler(() => doku);
        }

        await using var provider = services.BuildServiceProvider();
        var tea = provider.GetRequiredKeyedService<Courier>("tea");
        WireFailure.Plan(doku, _ => "503");
        await tea.SendAsync();
        await tea.SendAsync();
        WireFailure.Plan(doku, _ => null);
        Assert.Equal("unknown NotReached", (await tea.SendAsync()).Words());
        var coffee = provider.GetRequiredKeyedService<Courier>("coffee");
        Assert.Equal("accepted", (await coffee.SendAsync()).Words());
    }

    private static readonly Dictionary<
        string,
        (Action<DokuResilienceOptions> Spoil, string Words)
    > Faults = new(StringComparer.Ordinal)
    {
        ["retries"] = (o => o.MaxRetries = 11, "MaxRetries must be from 0 to 10."),
        ["attempt"] = (
            o => o.AttemptTimeout = TimeSpan.Zero,
            "AttemptTimeout must be from 100 milliseconds to ten minutes."
        ),
        ["first wait"] = (
            o => o.FirstWait = TimeSpan.FromSeconds(-1),
            "FirstWait must be from nothing to one minute."
        ),
        ["longest wait"] = (
            o => o.LongestWait = TimeSpan.Zero,
            "LongestWait must be from FirstWait to ten minutes."
        ),
        ["ratio"] = (o => o.BreakRatio = 0, "BreakRatio must be above 0, at most 1."),
        ["throughput"] = (o => o.BreakAfter = 1, "BreakAfter must be at least 2."),
        ["break"] = (
            o => o.BreakTime = TimeSpan.Zero,
            "BreakTime must be from half a second to ten minutes."
        ),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void A_wrong_setting_stops_the_program_at_its_start(string fault)
    {
        var (spoil, words) = Faults[fault];
        var bench = Open(spoil);
        var exception = Assert.Throws<OptionsValidationException>(() =>
            bench.Services.GetRequiredService<IStartupValidator>().Validate()
        );
        Assert.Equal([$"DOKU's resilience: {words}"], exception.Failures);
    }

    public void Dispose() => _bench?.Dispose();

    private Bench Open(
        Action<DokuResilienceOptions>? resilience = null,
        Action<DokuOptions>? configure = null
    ) =>
        _bench = new Bench(
            doku => doku.AddResilience(resilience),
            configure: configure,
            clock: _clock
        );

    private HttpResponseMessage Asking(int status, TimeSpan time, bool asDate)
    {
        var response = FakeDoku.Unsigned(status, "");
        response.Headers.RetryAfter = asDate
            ? new RetryConditionHeaderValue(_clock.GetUtcNow() + time)
            : new RetryConditionHeaderValue(time);
        return response;
    }
}
