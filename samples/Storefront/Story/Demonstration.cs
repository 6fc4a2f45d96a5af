using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Doku.Contracts.Sandbox;
using Storefront.Hosting;

namespace Storefront.Story;

/// <summary>Plays the story from beginning to end, and says with its exit code whether it was true.</summary>
internal static class Demonstration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static async Task<int> RunAsync(StoryFault fault, TextWriter output, TextWriter errors)
    {
        var clock = Stopwatch.StartNew();
        var narrator = new Narrator(output);
        try
        {
            await PlayAsync(fault, narrator).WaitAsync(Patience);
        }
        catch (StoryException broken)
        {
            await errors.WriteLineAsync($"\nFAILED in step {narrator.Step}: {broken.Message}");
            return 1;
        }
        // Whatever else went wrong, the story didn't happen, and the exit code must say so.
        catch (Exception exception)
        {
            await errors.WriteLineAsync(
                $"\nFAILED in step {narrator.Step}: {exception.GetType().Name}: {exception.Message}"
            );
            return 1;
        }

        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nAll {narrator.Step} steps happened, in {clock.Elapsed.TotalSeconds:0.0} s."
            )
        );
        return 0;
    }

    private static async Task PlayAsync(StoryFault fault, Narrator narrator)
    {
        using var data = new TemporaryFolder();
        await using var sandbox = await DokuSandbox.StartAsync();
        await using var shop = await ShopHost.StartAsync(
            new ShopSettings
            {
                DokuAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                SecretKey =
                    fault == StoryFault.WrongSecret
                        ? "SK-" + RandomNumberGenerator.GetHexString(32, lowercase: true)
                        : sandbox.SecretKey,
                DatabasePath = data.File("shop.db"),
                TimeProvider = sandbox.Clock,
                WritesLog = false,
            }
        );
        sandbox.NotificationUrl = shop.NotificationUrl;
        sandbox.WithholdNotifications = fault == StoryFault.WithheldNotification;
        var form =
            fault == StoryFault.BrokenLimit ? CustomerForms.PhoneWithALetter : CustomerForms.Good;

        using var browser = new StoryBrowser(shop.Address);
        var customer = new Customer(browser, shop);
        var stage = new Stage(sandbox, shop, customer, narrator);
        narrator.Say($"Shop at {shop.Address}, DOKU's sandbox at {sandbox.BaseAddress}");
        await stage.PlayAsync(form);
    }
}
