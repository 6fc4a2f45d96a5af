namespace Doku.Contracts.AspNetCore.Tests.Reconciliation;

public sealed class ReconciliationOptionsTests
{
    private static readonly Dictionary<string, Action<ReconciliationOptions>> Wrong = new(
        StringComparer.Ordinal
    )
    {
        ["PendingFor must be from one minute to one day."] = options =>
            options.PendingFor = TimeSpan.FromSeconds(59),
        ["LongestDelay must be from PendingFor to seven days."] = options =>
            options.LongestDelay = TimeSpan.FromMinutes(9),
        ["GiveUpAfter must be above PendingFor and at most 365 days."] = options =>
            options.GiveUpAfter = options.PendingFor,
        ["RequestsPerMinute must be from 1 to 600."] = options => options.RequestsPerMinute = 0,
        ["PollInterval must be from one second to one hour."] = options =>
            options.PollInterval = TimeSpan.Zero,
    };

    public static TheoryData<string> Rules => [.. Wrong.Keys];

    [Fact]
    public void The_defaults_are_good()
    {
        Assert.True(new ReconciliationRules().Validate(null, new()).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_option_out_of_range_is_named(string rule)
    {
        var options = new ReconciliationOptions();
        Wrong[rule](options);
        var result = new ReconciliationRules().Validate("", options);
        Assert.Equal([$"The reconciliation's {rule}"], result.Failures);
    }
}
