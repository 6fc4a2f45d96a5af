using Doku.Contracts.Sandbox;
using Storefront.Goods;
using Storefront.Hosting;
using Storefront.Orders;
using Storefront.Story;

namespace Storefront.Tests.Support;

/// <summary>Shop and sandbox in this process, and customers for them.</summary>
internal sealed class ShopUnderTest : IAsyncDisposable
{
    private readonly List<StoryBrowser> _browsers = [];

    private readonly TemporaryFolder _data = new();
    private readonly ShopSettings _settings;

    private ShopUnderTest(DokuSandbox sandbox, Uri? wire, string? secretKey)
    {
        Sandbox = sandbox;
        _settings = new ShopSettings
        {
            DokuAddress = wire ?? sandbox.BaseAddress,
            ClientId = sandbox.ClientId,
            SecretKey = secretKey ?? sandbox.SecretKey,
            DatabasePath = _data.File("shop.db"),
            TimeProvider = sandbox.Clock,
            WritesLog = false,
        };
    }

    internal DokuSandbox Sandbox { get; }

    internal ShopHost Shop { get; private set; } = null!;

    /// <summary>Starts both.</summary>
    /// <param name="wire">Gives the address under which the shop reaches the sandbox; null is the sandbox's own.</param>
    /// <param name="secretKey">The shop's secret key; null is the sandbox's.</param>
    internal static async Task<ShopUnderTest> StartAsync(
        Func<DokuSandbox, Uri>? wire = null,
        string? secretKey = null
    )
    {
        var sandbox = await DokuSandbox.StartAsync();
        var test = new ShopUnderTest(sandbox, wire?.Invoke(sandbox), secretKey);
        test.Shop = await ShopHost.StartAsync(test._settings);
        sandbox.NotificationUrl = test.Shop.NotificationUrl;
        return test;
    }

    /// <summary>Closes the shop, and opens it again at the same address with nothing but its database.</summary>
    internal async Task RestartAsync(Action? whileClosed = null)
    {
        var port = Shop.Address.Port;
        await Shop.DisposeAsync();
        whileClosed?.Invoke();
        Shop = await ShopHost.StartAsync(_settings with { Port = port });
    }

    /// <summary>The shop's version of an order, once it stands so.</summary>
    internal async Task<ShopOrder> WaitForAsync(string invoiceNumber, OrderState state)
    {
        var order = await Shop.Orders.WaitForAsync(invoiceNumber, it => it.State == state);
        Assert.True(order is not null, $"The order is {Shop.Orders.Find(invoiceNumber)?.State}.");
        return order;
    }

    /// <summary>Puts a shirt into the customer's cart and orders what is in it.</summary>
    internal async Task<ShopOrder> OrderAsync(Customer customer)
    {
        await customer.AddToCartAsync(Catalogue.Products[1]);
        return await PlacedOrder.PlaceAsync(Sandbox, Shop, customer, CustomerForms.Good);
    }

    internal StoryBrowser NewBrowser()
    {
        var browser = new StoryBrowser(Shop.Address);
        _browsers.Add(browser);
        return browser;
    }

    internal Customer NewCustomer() => new(NewBrowser(), Shop);

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        await Shop.DisposeAsync();
        await Sandbox.DisposeAsync();
        _data.Dispose();
    }
}
