using System.Text.RegularExpressions;
using Doku.Contracts.Resilience;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Transport.Tests.Http;

public sealed partial class TelemetryTests
{
    private static readonly string Readme = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Transport.README.md")
    );

    [Theory]
    [InlineData(null, "accepted", "200", null)]
    [InlineData("409 replay", "replayed", "409", null)]
    [InlineData("400", "refused", "400", "refused")]
    [InlineData("503", "unknown", "503", "ServerFailed")]
    [InlineData("unsigned success", "unknown", "200", "AnswerNotVerified")]
    [InlineData("connection lost", "unknown", null, "ConnectionLost")]
    [InlineData("no connection", "unknown", null, "NotReached")]
    public async Task A_call_is_one_activity_and_one_measurement(
        string? failure,
        string outcome,
        string? status,
        string? fault
    )
    {
        using var told = new TelemetryKeeper();
        using var bench = new Bench();
        WireFailure.Plan(bench.Doku, _ => failure);
        await bench.SendAsync(requestId: told.Call);

        var activity = Assert.Single(told.Activities);
        Assert.Equal("DOKU Parcels.Send", activity.Name);
        Assert.Equal("Client", activity.Kind);
        Assert.Equal("Parcels.Send", activity.Tags["doku.operation"]);
        Assert.Equal(outcome, activity.Tags["doku.outcome"]);
        Assert.Equal("1", activity.Tags["doku.attempts"]);
        Assert.Equal(status, activity.Tags.GetValueOrDefault("http.response.status_code"));
        Assert.Equal(
            outcome == "unknown" ? fault : null,
            activity.Tags.GetValueOrDefault("doku.unknown_reason")
        );
        Assert.Equal(fault is null ? "Unset" : $"Error {fault}", activity.Status);
        Assert.Equal(status is not null, activity.Tags.ContainsKey("doku.signature_fault"));

        var duration = told.Measured("doku.client.call.duration", outcome);
        Assert.Contains(duration, tags => tags["doku.operation"] == "Parcels.Send");
        Assert.All(duration, tags => Assert.False(tags.ContainsKey("doku.request_id")));
    }

    [Fact]
    public async Task Every_attempt_is_counted_with_what_answered_it()
    {
        using var told = new TelemetryKeeper();
        using var bench = new Bench(doku =>
            doku.AddResilience(options => options.FirstWait = options.LongestWait = TimeSpan.Zero)
        );
        WireFailure.Plan(
            bench.Doku,
            attempt =>
                attempt switch
                {
                    1 => "504",
                    2 => "connection lost",
                    _ => null,
                }
        );
        await bench.SendAsync(requestId: told.Call);
        Assert.Equal("3", Assert.Single(told.Activities).Tags["doku.attempts"]);
        Assert.Contains(
            told.All("doku.client.attempts"),
            tags => tags.GetValueOrDefault("http.response.status_code") == "504"
        );
        Assert.Contains(
            told.All("doku.client.attempts"),
            tags => !tags.ContainsKey("http.response.status_code")
        );
    }

    [Fact]
    public async Task A_call_that_is_given_up_says_so()
    {
        using var told = new TelemetryKeeper();
        using var bench = new Bench();
        using var giveUp = new CancellationTokenSource();
        bench.Doku.Answer = _ =>
        {
            giveUp.Cancel();
            throw new OperationCanceledException(giveUp.Token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bench.SendAsync(requestId: told.Call, cancellationToken: giveUp.Token)
        );
        var activity = Assert.Single(told.Activities);
        Assert.Equal("given_up", activity.Tags["doku.outcome"]);
        Assert.Equal("Error given_up", activity.Status);
    }

    [Fact]
    public async Task Every_tag_and_instrument_is_in_the_readme()
    {
        using var told = new TelemetryKeeper();
        using var bench = new Bench();
        foreach (var failure in WireFailure.All.Keys)
        {
            WireFailure.Plan(bench.Doku, _ => failure);
            await bench.SendAsync(requestId: told.Call);
            await bench.FindAsync();
        }

        var documented = Row().Matches(Readme).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Equal(
            ["doku.client.attempts", "doku.client.call.duration"],
            told.Instruments.Order(StringComparer.Ordinal)
        );
        Assert.Subset(documented, told.Instruments.ToHashSet());
        Assert.Subset(documented, told.TagKeys.ToHashSet());
        // And nothing in the table that isn't there.
        Assert.Equal(
            documented.Where(name => !name.StartsWith("doku.client", StringComparison.Ordinal)),
            documented.Intersect(told.TagKeys)
        );
    }

    // A row of one of the tables: | `name` | …
    [GeneratedRegex(@"^\| `((?:doku|http)\.[a-z_.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
