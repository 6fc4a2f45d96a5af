using Doku.Contracts.Packages.Tests.Support;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Packages.Tests;

/// <summary>Every program that the README prints is built and run; ReadmeShopTests looks closer at the shop.</summary>
public sealed class ReadmeProgramTests(PackedFeed feed)
{
    [Fact]
    public void Every_block_of_CSharp_is_a_program_of_these_tests_or_a_quotation()
    {
        string[] known =
        [
            Readme.Block("csharp", containing: "WebApplication"),
            Readme.Block("csharp", containing: "new Ticket"),
            // Held to the storefront's source by another test.
            Readme.Block("csharp", containing: "PlaceAsync"),
        ];

        Assert.Equal(known.Order(), Readme.Blocks("csharp").Order());
    }

    [Fact]
    public async Task The_shop_publishes_natively_without_a_warning_and_sells()
    {
        Tool.RequireOnPath("clang");
        var consumer = ShopOfTheReadme.Create(feed);

        (await consumer.BuildAsync("publish", "-p:PublishAot=true", "-o", consumer.PathOf("out")))
            .EnsureSucceeded()
            .EnsureNothingFound();
        await using var shop = await RunningShop.StartAsync(
            consumer.PathOf("out/Shop"),
            consumer.Folder
        );
        await ReadmeShopTests.SendBadFieldAsync(shop);
        var order = await ReadmeShopTests.PlaceAsync(shop);
        await order.PayAsync(TestContext.Current.CancellationToken);

        Assert.False(File.Exists(consumer.PathOf("out/Shop.dll")));
        Assert.Equal("SUCCESS", (await shop.GetAsync($"orders/{order.InvoiceNumber}")).Body);
    }

    [Fact]
    public async Task A_schema_of_ones_own_becomes_a_record_that_masks_validates_and_writes()
    {
        var consumer = feed.Consume("Tickets");
        consumer.Add(Readme.Block("xml", containing: "ContractSchema"));
        consumer.Write(
            "contracts/ticket.schema.json",
            Readme.Block("json", containing: "A ticket for one seat.")
        );
        consumer.Write("Program.cs", Readme.Block("csharp", containing: "new Ticket"));

        (await consumer.BuildAsync()).EnsureSucceeded().EnsureNothingFound();
        var ran = (await consumer.RunAsync()).EnsureSucceeded();

        Assert.Collection(
            ran.Output.Trim().Split('\n'),
            line => Assert.Equal("Ticket { Seat = B12, Price = 150000, Holder = *** }", line),
            line => Assert.StartsWith("/seat (1,9): ", line, StringComparison.Ordinal)
        );
    }
}
