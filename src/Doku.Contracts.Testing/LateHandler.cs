namespace Doku.Contracts.Testing;

/// <summary>A handler that is made when the first message comes: asking a factory for its server would start the shop.</summary>
internal sealed class LateHandler(Func<HttpMessageHandler> create) : HttpMessageHandler
{
    private readonly Lazy<HttpMessageInvoker> _shop = new(() => new HttpMessageInvoker(create()));

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => _shop.Value.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing && _shop.IsValueCreated)
        {
            _shop.Value.Dispose();
        }

        base.Dispose(disposing);
    }
}
