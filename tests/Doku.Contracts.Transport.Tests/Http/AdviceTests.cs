using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport.Tests.Http;

/// <summary>What happens to a request that goes against its contract's advice.</summary>
public sealed class AdviceTests
{
    private const string Against = "P#1";

    [Fact]
    public async Task It_is_sent_and_logged_without_a_value_by_default()
    {
        using var bench = new Bench();

        Assert.IsType<Accepted<Parcel>>(await bench.SendAsync(Against));

        Assert.Single(bench.Doku.Sent);
        var line = Assert.Single(bench.Log.Lines, l => l.Event.Id == 1006).Text;
        Assert.Contains("/id [pattern]", line, StringComparison.Ordinal);
        Assert.DoesNotContain("#", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_advice_is_ignored_nothing_is_logged()
    {
        using var bench = new Bench(configure: o => o.Advice = AdvicePolicy.Ignore);

        Assert.IsType<Accepted<Parcel>>(await bench.SendAsync(Against));

        Assert.DoesNotContain(bench.Log.Lines, l => l.Event.Id == 1006);
    }

    [Fact]
    public async Task Where_advice_refuses_nothing_is_sent()
    {
        using var bench = new Bench(configure: o => o.Advice = AdvicePolicy.Refuse);

        var exception = await Assert.ThrowsAsync<ContractException>(() => bench.SendAsync(Against));

        Assert.Equal(
            ("/id", "pattern"),
            exception.Errors.Select(e => (e.Pointer, e.Code)).Single()
        );
        Assert.Empty(bench.Doku.Sent);
        Assert.IsType<Accepted<Parcel>>(await bench.SendAsync("P-1"));
    }

    [Fact]
    public void A_policy_that_is_none_is_refused_at_the_start()
    {
        var exception = Assert.Throws<OptionsValidationException>(() =>
        {
            using var bench = new Bench(configure: o => o.Advice = (AdvicePolicy)7);
            bench.SendAsync().GetAwaiter().GetResult();
        });

        Assert.Contains("Advice", exception.Message, StringComparison.Ordinal);
    }
}
