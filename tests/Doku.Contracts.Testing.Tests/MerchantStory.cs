using System.Net.Http.Json;
using System.Text.Json;
using Doku.Contracts.Sandbox;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Doku.Contracts.Testing.Tests;

/// <summary>What a merchant's test does from start to end: a sandbox and a shop of its own, an order, a payment, a look.</summary>
internal static class MerchantStory
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>The order's state in the shop at the end.</returns>
    internal static async Task<string?> PayAsync()
    {
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.UseSocket = false,
            Cancellation
        );
        await using var factory = new WebApplicationFactory<Program>();
        using var customer = factory.WithDokuSandbox(sandbox).CreateClient();

        await OrderAsync(customer, "INV-1");
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        return await StateAsync(customer, "INV-1");
    }

    internal static async Task OrderAsync(HttpClient customer, string invoice)
    {
        using var answer = await customer.PostAsync($"/orders/{invoice}", null, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    internal static async Task<string?> StateAsync(HttpClient customer, string invoice)
    {
        var view = await customer.GetFromJsonAsync<JsonElement>($"/orders/{invoice}", Cancellation);
        return view.GetProperty("state").GetString();
    }
}
