namespace Storefront.Goods;

/// <summary>One product and how many of it.</summary>
internal sealed record CartLine(Product Product, int Quantity)
{
    internal long Sum => Product.Price * Quantity;
}
