using System.Globalization;
using Storefront.Goods;
using Storefront.Hosting;
using Storefront.Pages;

namespace Storefront.Endpoints;

/// <summary>Shelf, cart and the files that the pages use.</summary>
internal sealed class ShelfEndpoints(Sessions sessions)
{
    private static readonly byte[] Style = Read("shop.css");
    private static readonly byte[] Script = Read("order.js");

    internal void Map(IEndpointRouteBuilder shop)
    {
        shop.MapGet("/", ShowShelfAsync);
        shop.MapGet("/cart", ShowCartAsync);
        shop.MapPost("/cart/add", AddAsync);
        shop.MapPost("/cart/set", SetAsync);
        shop.MapGet("/shop.css", context => WriteAsync(context, "text/css", Style));
        shop.MapGet("/order.js", context => WriteAsync(context, "text/javascript", Script));
        shop.MapGet("/pictures/{name}.svg", ShowPictureAsync);
        shop.MapFallback(ShowNotFoundAsync);
    }

    private Task ShowShelfAsync(HttpContext context)
    {
        var session = sessions.Of(context);
        return ShelfPage.Write(session).WriteAsync(context, session);
    }

    private Task ShowCartAsync(HttpContext context)
    {
        var session = sessions.Of(context);
        return CartPage.Write(session).WriteAsync(context, session);
    }

    private Task ShowNotFoundAsync(HttpContext context) =>
        ProblemPages.NotFound.WriteAsync(context, sessions.Of(context));

    private async Task AddAsync(HttpContext context)
    {
        var session = sessions.Of(context);
        if (await ShopForm.ReadAsync(context, session) is not { } form)
        {
            return;
        }

        if (Catalogue.Find(form["sku"]) is { } product)
        {
            session.Cart = session.Cart.Add(product);
            sessions.Save(session);
        }

        ShopForm.LeadTo(context, "/cart");
    }

    private async Task SetAsync(HttpContext context)
    {
        var session = sessions.Of(context);
        if (await ShopForm.ReadAsync(context, session) is not { } form)
        {
            return;
        }

        if (
            Catalogue.Find(form["sku"]) is { } product
            && int.TryParse(
                form["quantity"],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var quantity
            )
        )
        {
            session.Cart = session.Cart.With(product, quantity);
            sessions.Save(session);
        }

        ShopForm.LeadTo(context, "/cart");
    }

    private Task ShowPictureAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["name"] as string;
        return name == "icon" || Catalogue.Find(name) is not null
            ? WriteAsync(context, "image/svg+xml", Read($"{name}.svg"))
            : ShowNotFoundAsync(context);
    }

    private static async Task WriteAsync(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type + "; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static byte[] Read(string name)
    {
        using var stream =
            typeof(ShelfEndpoints).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} isn't in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
