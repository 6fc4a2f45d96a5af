using System.Net.Http.Json;
using System.Text.Json;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MerchantShop.Tests;

/// <summary>A shop and a DOKU for one test: nothing is shared, so that all tests run side by side and may turn the clock.</summary>
public abstract class ShopTest : IAsyncLifetime
{
    private readonly WebApplicationFactory<Program> _factory = new();
    private DokuSandbox? _doku;
    private HttpClient? _customer;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected DokuSandbox Doku => _doku!;

    /// <summary>A client of the shop's own addresses.</summary>
    protected HttpClient Customer => _customer!;

    public async ValueTask InitializeAsync()
    {
        _doku = await DokuSandbox.StartAsync(
            options =>
            {
                options.UseSocket = false;
                options.StoppedAt = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);
            },
            Cancellation
        );
        _customer = _factory.WithDokuSandbox(_doku).CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Doku.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Orders coffee; gives the order's state in the shop.</summary>
    protected Task<string> OrderAsync(string invoice) => PostAsync($"/orders/{invoice}");

    /// <summary>Lets the shop find out what became of an order.</summary>
    protected Task<string> RecoverAsync(string invoice) => PostAsync($"/orders/{invoice}/recovery");

    protected async Task<string> StateAsync(string invoice) =>
        (await ViewAsync(invoice)).GetProperty("state").GetString()!;

    /// <summary>How many parcels left for an order: one, when all is well.</summary>
    protected async Task<int> ParcelsAsync(string invoice) =>
        (await ViewAsync(invoice)).GetProperty("parcels").GetInt32();

    private async Task<string> PostAsync(string path)
    {
        using var answer = await Customer.PostAsync(path, null, Cancellation);
        var view = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return view.GetProperty("state").GetString()!;
    }

    private Task<JsonElement> ViewAsync(string invoice) =>
        Customer.GetFromJsonAsync<JsonElement>($"/orders/{invoice}", Cancellation);
}
