namespace Storefront.Goods;

/// <summary>Something that the shop sells.</summary>
/// <param name="Sku">The shop's own number for it.</param>
/// <param name="Name">As customer and Kredivo see it.</param>
/// <param name="Category">The kind of goods, for Kredivo.</param>
/// <param name="Price">Rupiah a piece.</param>
/// <param name="Description">One sentence for the shelf.</param>
/// <param name="Seller">Whose it is.</param>
internal sealed record Product(
    string Sku,
    string Name,
    string Category,
    long Price,
    string Description,
    Seller Seller
);
