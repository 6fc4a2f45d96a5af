using System.Reflection;
using Deque.AxeCore.Playwright;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Tests.Shared;
using Microsoft.Playwright;
using Storefront.Checkout;

namespace Storefront.Tests.Support;

/// <summary>A tab of Chromium in the shop, which watches what the pages do.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string Screenshots = typeof(Visit)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Screenshots")
        .Value!;

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
        BrowserNewContextOptions? options = null
    )
    {
        var shop = await ShopUnderTest.StartAsync();
        var context = await browser.NewContextAsync(
            options
                ?? new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = 1100, Height = 800 },
                }
        );
        context.SetDefaultTimeout(45_000);
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
            await Page.GetByRole(AriaRole.Button, new() { Name = $"Add to cart: {product.Name}" })
                .ClickAsync();
        }

        await Page.GetByRole(AriaRole.Link, new() { Name = "To the checkout" }).ClickAsync();
    }

    internal async Task CheckOutAsync(CheckoutForm form)
    {
        await FillCartAsync();
        await FillFormAsync(form);
        await PressAsync("Pay with Kredivo");
    }

    internal async Task FillFormAsync(CheckoutForm form)
    {
        foreach (var field in CheckoutField.All.Where(one => one.Name != CheckoutField.Country))
        {
            await Page.GetByLabel(field.Label, new() { Exact = true }).FillAsync(form[field.Name]);
        }

        await Page.GetByLabel("Country").SelectOptionAsync(form.Country);
    }

    internal Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    internal Task ShowsAsync(string heading) =>
        Page.GetByRole(AriaRole.Heading, new() { Name = heading }).WaitForAsync();

    internal Task HasStatusAsync(string words) =>
        Page.GetByRole(AriaRole.Status).Filter(new() { HasText = words }).WaitForAsync();

    /// <summary>Opens a page of the shop.</summary>
    internal Task OpenAsync(string path) =>
        Page.GotoAsync(new Uri(Shop.Shop.Address, path).AbsoluteUri);

    /// <summary>Opens the page of the only order, as the shop would lead there.</summary>
    internal async Task<SandboxOrder> OpenOrderAsync()
    {
        var order = Assert.Single(Shop.Sandbox.Orders);
        await OpenAsync($"/orders/{order.InvoiceNumber}");
        return order;
    }

    /// <summary>
    /// Looks at a page as people with and without sight do: axe must find nothing serious, and a picture is kept for the
    /// eyes of a person.
    /// </summary>
    internal async Task LookAsync(string name)
    {
        await Page.ScreenshotAsync(
            new() { Path = Path.Combine(Screenshots, name + ".png"), FullPage = true }
        );
        var found = await Page.RunAxe();
        Assert.Empty(
            from violation in found.Violations
            where violation.Impact is "serious" or "critical"
            from node in violation.Nodes
            select $"{name}: {violation.Id}: {node.Html}"
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
