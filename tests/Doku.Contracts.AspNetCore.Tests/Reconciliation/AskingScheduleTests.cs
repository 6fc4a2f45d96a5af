using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Reconciliation;

public sealed class AskingScheduleTests
{
    private static readonly PendingOrder Order = new("INV-1", Shop.Start);
    private readonly AskingSchedule _schedule = new(new ReconciliationOptions());

    [Fact]
    public void A_clock_that_went_back_doesnt_put_an_order_off()
    {
        Assert.False(_schedule.IsDue(Order, At(minutes: 9)));
        Assert.True(_schedule.IsDue(Order, At(minutes: 10)));
        // Asked while the clock was a year ahead.
        _schedule.Note(Order, AskResult.Unchanged, Shop.Start.AddDays(1));
        Assert.True(_schedule.IsDue(Order, At(minutes: 30)));
    }

    [Fact]
    public void An_order_without_a_response_is_kept_twice_as_long_and_an_old_one_is_asked_about_once()
    {
        var old = Shop.Start.AddDays(8);
        Assert.True(_schedule.IsDue(Order, old));
        Assert.False(_schedule.Note(Order, AskResult.NoResponse, old));
        Assert.True(_schedule.IsDue(Order, old.AddMinutes(10)));
        Assert.True(_schedule.Note(Order, AskResult.Unchanged, old.AddMinutes(10)));
        Assert.False(_schedule.IsDue(Order, old.AddDays(1)));
        // Pending anew, it is another matter.
        Assert.True(_schedule.IsDue(Order with { Since = old }, old.AddDays(1)));
        Assert.True(_schedule.Note(Order, AskResult.NoResponse, Shop.Start.AddDays(14)));
        Assert.False(_schedule.Note(Order, AskResult.Found, Shop.Start.AddDays(14)));
    }

    [Fact]
    public void What_a_whole_round_didnt_list_is_forgotten()
    {
        _schedule.BeginRound();
        _schedule.Note(Order, AskResult.Unchanged, At(minutes: 10));
        _schedule.EndRound();
        Assert.False(_schedule.IsDue(Order, At(minutes: 15)));
        _schedule.BeginRound();
        _schedule.EndRound();
        Assert.True(_schedule.IsDue(Order, At(minutes: 15)));
    }

    private static DateTimeOffset At(int minutes) => Shop.Start.AddMinutes(minutes);
}
