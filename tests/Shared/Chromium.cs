using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Doku.Contracts.Tests.Shared.Chromium))]

namespace Doku.Contracts.Tests.Shared;

/// <summary>One Chromium for all tests.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal async Task<IBrowser> StartAsync()
    {
        await _turn.WaitAsync();
        try
        {
            return await LaunchAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IBrowser> LaunchAsync()
    {
        if (_browser is not null)
        {
            return _browser;
        }

        var path = Tool.Require(
            "Chromium",
            Environment.GetEnvironmentVariable("CHROMIUM_PATH"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser"
        );
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
        return _browser;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _turn.Dispose();
    }
}
