namespace Storefront.Hosting;

/// <summary>
/// Where the shop is reached from outside. A setting in a real shop, never the request's Host header, which whoever
/// calls can choose; here the port is free until the shop has started.
/// </summary>
internal sealed class ShopAddress
{
    internal Uri Root { get; set; } = new("http://127.0.0.1/");

    internal string Of(string path) => new Uri(Root, path).AbsoluteUri;
}
