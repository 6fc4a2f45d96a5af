using Doku.Contracts.Packages.Tests.Support;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Packages.Tests;

/// <summary>A fresh project with schemas of its own, one package reference and one line for the schemas.</summary>
public sealed class TicketingTests(PackedFeed feed)
{
    [Fact]
    public async Task Builds_without_a_warning_and_creates_validates_writes_and_reads()
    {
        var consumer = feed.Consume("Ticketing");

        var built = (await consumer.BuildAsync()).EnsureSucceeded();
        var ran = (await consumer.RunAsync()).EnsureSucceeded();

        built.EnsureNothingFound();
        Assert.Equal(TicketingStory.Lines, TicketingStory.Of(ran));
    }

    [Fact]
    public async Task Publishes_natively_without_a_warning_and_does_the_same()
    {
        Tool.RequireOnPath("clang");
        var consumer = feed.Consume("Ticketing");

        var published = (
            await consumer.BuildAsync("publish", "-o", consumer.PathOf("out"))
        ).EnsureSucceeded();
        var ran = (
            await DotNet.StartAsync(consumer.PathOf("out/Ticketing"), consumer.Folder, [])
        ).EnsureSucceeded();

        published.EnsureNothingFound();
        Assert.False(File.Exists(consumer.PathOf("out/Ticketing.dll")));
        Assert.Equal(TicketingStory.Lines, TicketingStory.Of(ran));
    }

    [Fact]
    public async Task A_constant_that_breaks_its_limit_is_a_warning_at_the_constant()
    {
        var consumer = feed.Consume("Ticketing");
        consumer.Replace("Program.cs", "Holder = typed[0]", "Holder = \"A|B\"");

        var built = (await consumer.BuildAsync()).EnsureSucceeded();

        var warning = Assert.Single(built.Findings);
        Assert.Matches(@"Program\.cs\(\d+,14\): warning DOKU\d{4}: ", warning);
        Assert.Contains("U+007C", warning, StringComparison.Ordinal);
    }
}
