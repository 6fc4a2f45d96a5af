using Doku.Contracts.Packages.Tests.Support;

namespace Doku.Contracts.Packages.Tests;

/// <summary>
/// Compilers other than the SDK's own: the oldest that the generator is made for and the next major one. Each loads
/// the analyzers from the package's folder and compiles the ticket office.
/// </summary>
public sealed class RoslynHostTests(PackedFeed feed)
{
    [Theory]
    [InlineData("4.14.0")]
    [InlineData("5.0.0")]
    public async Task The_packed_generator_works_in_the_compiler(string version)
    {
        var host = feed.Consume("RoslynHost");
        var ticketing = Path.Combine(Place.Tests, "Consumers", "Ticketing");
        var generators = feed.Unpack("Doku.Contracts.Generators");
        var runtime = feed.Unpack("Doku.Contracts.Runtime");
        (await host.BuildAsync(more: $"-p:RoslynVersion={version}")).EnsureSucceeded();

        var ran = await host.RunAsync(
            Path.Combine(generators, "analyzers/dotnet/cs"),
            Path.Combine(ticketing, "contracts"),
            Path.Combine(runtime, "lib/net10.0"),
            Path.Combine(ticketing, "Program.cs")
        );

        Assert.Equal(
            [$"Roslyn {version}: no findings", .. TicketingStory.Lines],
            TicketingStory.Of(ran)
        );
    }
}
