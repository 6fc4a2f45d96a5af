using System.Reflection;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Doku.Contracts.Tests.Shared;
using Microsoft.Playwright;

namespace Doku.Contracts.Browser.Tests.Support;

/// <summary>A tab of Chromium at a sandbox, which watches what the pages do.</summary>
internal sealed class Visit : IAsyncDisposable
{
    internal static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };

    private static readonly string Pictures = typeof(Visit)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "Pictures")
        .Value!;

    private readonly IBrowserContext _context;

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    internal IPage Page { get; }

    /// <summary>Errors and warnings in the console, and requests that leave this machine.</summary>
    internal List<string> Faults { get; } = [];

    internal static async Task<Visit> StartAsync(
        Chromium chromium,
        ViewportSize? size = null,
        ColorScheme scheme = ColorScheme.Light,
        bool javaScript = true
    )
    {
        var browser = await chromium.StartAsync();
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = size ?? new ViewportSize { Width = 1200, Height = 820 },
                ColorScheme = scheme,
                JavaScriptEnabled = javaScript,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(45_000);
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Watch();
        return visit;
    }

    internal Task OpenAsync(Uri address) => Page.GotoAsync(address.AbsoluteUri);

    internal Task OpenAsync(string address) => Page.GotoAsync(address);

    internal Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    internal Task FollowAsync(string link) =>
        Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    internal Task ShowsAsync(string heading) =>
        Page.GetByRole(AriaRole.Heading, new() { Name = heading }).First.WaitForAsync();

    internal Task SaysAsync(string words) => Page.GetByText(words).First.WaitForAsync();

    /// <summary>Waits until the page follows the sandbox live.</summary>
    internal Task IsLiveAsync() => SaysAsync("Live");

    /// <summary>Keeps a picture for the eyes of a person, and has axe look at the page.</summary>
    internal async Task CheckAsync(string picture)
    {
        await Page.ScreenshotAsync(
            new() { Path = Path.Combine(Pictures, picture + ".png"), FullPage = true }
        );
        var found = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var grave = found
            .Violations.Where(one => one.Impact is "serious" or "critical")
            .Select(one =>
                $"{picture}: {one.Id} ({one.Impact}) at {string.Join(" | ", one.Nodes.Select(node => node.Html))}"
            );
        Assert.Empty(grave);
        // What is cut off, or stands out of its box, needs no scrolling of the page and is poor all the same.
        var cut = await Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("main, main *, aside *")]
              .filter(one => {
                const box = one.closest("section, .tenor");
                const isCut = getComputedStyle(one).overflowX === "hidden" && one.clientWidth > 1 && one.scrollWidth > one.clientWidth;
                const isOut = box && !one.closest("pre, .scroll, .unseen")
                  && one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1;
                return isCut || isOut || (one.matches(".tenor") && one.scrollWidth > one.clientWidth);
              })
              .map(one => one.outerHTML.slice(0, 120))
            """
        );
        Assert.Empty(cut);
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(
            width <= Page.ViewportSize!.Width,
            $"{picture} is {width} pixels wide on a screen of {Page.ViewportSize.Width}."
        );
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

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
            if (url.Scheme is not "data" and not "about" && url.Host != "127.0.0.1")
            {
                Faults.Add($"request to {url.Host}");
            }
        };
    }
}
