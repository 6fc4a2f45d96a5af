using Microsoft.Playwright;
using Storefront.Checkout;

namespace Storefront.Tests.Support;

/// <summary>A tab of Chromium in the shop, which watches what the pages do.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Visit(IBrowserContext context, IPage page, ShopUnderTest shop)
    {
        _context = context;
        Page = page;
        Shop = shop;
    }

    internal IPage Page { get; }

    internal ShopUnderTest Shop { get; }

    /// <summary>Errors in the console, and requests that leave this machine.</summary>
    internal List<string> Faults { get; } = [];

    internal static async Task<Visit> StartAsync(
        IBrowser browser,
        ViewportSize? size = null,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        var shop = await ShopUnderTest.StartAsync();
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = size ?? new ViewportSize { Width = 1100, Height = 800 },
                ColorScheme = scheme,
            }
        );
        context.SetDefaultTimeout(15_000);
        var visit = new Visit(context, await context.NewPageAsync(), shop);
        visit.Watch();
        await visit.Page.GotoAsync(shop.Shop.Address.AbsoluteUri);
        return visit;
    }

    internal async Task FillCartAsync()
    {
        foreach (var product in Goods.Catalogue.Products)
        {
            await Page.GotoAsync(Shop.Shop.Address.AbsoluteUri);
            await Page.GetByRole(
                    AriaRole.Button,
                    new() { Name = $"Add {product.Name} to the cart" }
                )
                .ClickAsync();
        }

        await Page.GetByRole(AriaRole.Link, new() { Name = "To the checkout" }).ClickAsync();
    }

    internal async Task CheckOutAsync(CheckoutForm form)
    {
        await FillCartAsync();
        foreach (var field in CheckoutField.All.Where(one => one.Name != CheckoutField.Country))
        {
            await Page.GetByLabel(field.Label, new() { Exact = true }).FillAsync(form[field.Name]);
        }

        await Page.GetByLabel("Country").SelectOptionAsync(form.Country);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pay with Kredivo" }).ClickAsync();
    }

    internal Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    internal Task ShowsAsync(string heading) =>
        Page.GetByRole(AriaRole.Heading, new() { Name = heading }).WaitForAsync();

    internal Task HasStatusAsync(string words) =>
        Page.GetByRole(AriaRole.Status).Filter(new() { HasText = words }).WaitForAsync();

    /// <summary>Keeps a picture for the eyes of a person.</summary>
    internal Task PictureAsync(string name)
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS");
        if (string.IsNullOrEmpty(folder))
        {
            folder = Path.Combine("TestResults", "screenshots");
        }

        return Page.ScreenshotAsync(
            new() { Path = Path.Combine(folder, name + ".png"), FullPage = true }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await Shop.DisposeAsync();
    }

    private void Watch()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Faults.Add($"console: {message.Text}");
            }
        };
        Page.PageError += (_, error) => Faults.Add($"script: {error}");
        _context.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme != "data" && url.Host != "127.0.0.1")
            {
                Faults.Add($"request to {url.Host}");
            }
        };
    }
}
