using Doku.Contracts.Sandbox;
using Storefront.Hosting;
using Storefront.Story;

namespace Storefront.Tests.Support;

/// <summary>Shop and sandbox in this process, and customers for them.</summary>
internal sealed class ShopUnderTest : IAsyncDisposable
{
    private readonly List<StoryBrowser> _browsers = [];

    private ShopUnderTest(DokuSandbox sandbox, ShopHost shop)
    {
        Sandbox = sandbox;
        Shop = shop;
    }

    internal DokuSandbox Sandbox { get; }

    internal ShopHost Shop { get; }

    /// <summary>Starts both.</summary>
    /// <param name="wire">Gives the address under which the shop reaches the sandbox; null is the sandbox's own.</param>
    /// <param name="secretKey">The shop's secret key; null is the sandbox's.</param>
    internal static async Task<ShopUnderTest> StartAsync(
        Func<DokuSandbox, Uri>? wire = null,
        string? secretKey = null
    )
    {
        var sandbox = await DokuSandbox.StartAsync();
        var shop = await ShopHost.StartAsync(
            new ShopSettings
            {
                DokuAddress = wire?.Invoke(sandbox) ?? sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                SecretKey = secretKey ?? sandbox.SecretKey,
                WritesLog = false,
            }
        );
        sandbox.NotificationUrl = shop.NotificationUrl;
        return new ShopUnderTest(sandbox, shop);
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
    }
}
