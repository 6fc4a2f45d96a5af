namespace Storefront.Goods;

/// <summary>The three things on the shelf.</summary>
internal static class Catalogue
{
    internal static IReadOnlyList<Product> Products { get; } =
    [
        new(
            "KOPI-GAYO-500",
            "Kopi Arabika Gayo, 500 g",
            "FOOD",
            145_000,
            "Whole beans from the highlands of Aceh, roasted on Monday."
        ),
        new(
            "BATIK-MEGA-L",
            "Kemeja Batik Mega Mendung, L",
            "FASHION",
            385_000,
            "Hand-stamped cotton from Cirebon with the pattern of rain clouds."
        ),
        new(
            "HEADSET-SENYAP",
            "Headphone Senyap 2",
            "ELECTRONIC",
            1_250_000,
            "Quiet on the train, and thirty hours until the next charge."
        ),
    ];

    internal static Product? Find(string? sku) =>
        Products.FirstOrDefault(product =>
            string.Equals(product.Sku, sku, StringComparison.Ordinal)
        );
}
