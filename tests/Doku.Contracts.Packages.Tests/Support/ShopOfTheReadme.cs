namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>The README's shop, built outside of the repository and started once for all tests of it.</summary>
public sealed class ShopOfTheReadme(PackedFeed feed) : IAsyncLifetime
{
    internal RunningShop Shop { get; private set; } = null!;

    internal static Consumer Create(PackedFeed feed)
    {
        var consumer = feed.Consume("Shop");
        consumer.Write("Program.cs", Readme.Block("csharp", containing: "WebApplication"));
        return consumer;
    }

    public async ValueTask InitializeAsync()
    {
        var consumer = Create(feed);
        (await consumer.BuildAsync()).EnsureSucceeded().EnsureNothingFound();
        Shop = await RunningShop.StartAsync(
            "dotnet",
            consumer.Folder,
            consumer.PathOf("bin/Debug/net10.0/Shop.dll")
        );
    }

    public ValueTask DisposeAsync() => Shop?.DisposeAsync() ?? default;
}
