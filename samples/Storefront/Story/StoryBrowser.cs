using System.Net;
using Storefront.Checkout;

namespace Storefront.Story;

/// <summary>The customer's browser: real requests, cookies, forms as the pages have them, and no script.</summary>
internal sealed class StoryBrowser : IDisposable
{
    private readonly HttpClient _http;

    internal StoryBrowser(Uri start)
    {
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = new CookieContainer(),
                // The story looks at each redirect before it follows.
                AllowAutoRedirect = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = start,
        };
    }

    internal async Task<StoryPage> OpenAsync(Uri address)
    {
        using var response = await _http.GetAsync(address);
        return await ReadAsync(response);
    }

    internal Task<StoryPage> OpenAsync(string path) => OpenAsync(new Uri(_http.BaseAddress!, path));

    /// <summary>Fills in a form of a page, and sends it with what it held already.</summary>
    internal async Task<StoryPage> SubmitAsync(
        StoryForm form,
        params IEnumerable<KeyValuePair<string, string>> typed
    )
    {
        using var content = new FormUrlEncodedContent([.. form.Hidden, .. typed]);
        using var response = await _http.PostAsync(form.Action, content);
        return await ReadAsync(response);
    }

    internal static IEnumerable<KeyValuePair<string, string>> Fields(CheckoutForm form) =>
        CheckoutField.All.Select(field => KeyValuePair.Create(field.Name, form[field.Name]));

    public void Dispose() => _http.Dispose();

    private static async Task<StoryPage> ReadAsync(HttpResponseMessage response) =>
        new(
            response.RequestMessage!.RequestUri!,
            (int)response.StatusCode,
            response.Headers.Location,
            await response.Content.ReadAsStringAsync()
        );
}
