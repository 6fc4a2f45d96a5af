using System.Diagnostics;

namespace Doku.Contracts.Testing.Tests;

/// <summary>A sandbox and a shop cost little enough to have both for each test.</summary>
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Start_order_pay_and_see_it_paid_takes_at_most_half_a_second_after_the_first()
    {
        await MerchantStory.PayAsync();

        var times = new List<TimeSpan>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal("SUCCESS", await MerchantStory.PayAsync());
            times.Add(watch.Elapsed);
        }

        output.WriteLine(
            $"{string.Join(", ", times.Select(one => $"{one.TotalMilliseconds:0} ms"))}"
        );
        // The best of five: how busy the machine is says nothing of the shop or the sandbox.
        Assert.InRange(times.Min(), TimeSpan.Zero, TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task A_hundred_run_side_by_side()
    {
        // A test host blocks its thread while it starts. The pool gives a new thread each half second only, and with
        // all of them blocked nothing else would get on.
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, 200), completions);
        var watch = Stopwatch.StartNew();

        var states = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(MerchantStory.PayAsync))
        );

        output.WriteLine($"{watch.Elapsed.TotalMilliseconds:0} ms");
        Assert.All(states, state => Assert.Equal("SUCCESS", state));
    }
}
