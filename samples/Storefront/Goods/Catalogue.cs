namespace Storefront.Goods;

/// <summary>What is on the shelf, and whose it is.</summary>
internal static class Catalogue
{
    private static readonly Seller Gayo = new("KEBUN-GAYO", "Kebun Gayo", "Takengon", "24511", 0);

    private static readonly Seller Mega = new(
        "SANGGAR-MEGA",
        "Sanggar Mega",
        "Cirebon",
        "45153",
        18_000
    );

    internal static IReadOnlyList<Product> Products { get; } =
    [
        new(
            "KOPI-GAYO-500",
            "Kopi Arabika Gayo, 500 g",
            "FOOD",
            145_000,
            "Whole beans from the highlands of Aceh, roasted on Monday.",
            Gayo
        ),
        new(
            "BATIK-MEGA-L",
            "Kemeja Batik Mega Mendung, L",
            "FASHION",
            385_000,
            "Hand-stamped cotton with the pattern of rain clouds.",
            Mega
        ),
        new(
            "SEDUH-KERAMIK",
            "Set Seduh Keramik (cangkir + saringan)",
            "HOUSEHOLD",
            620_000,
            "A dripper and a cup of stoneware, glazed the colour of the lake.",
            Gayo
        ),
        new(
            "SELENDANG-TENUN",
            "Selendang Tenun Ikat, 200 x 60 cm",
            "FASHION",
            1_250_000,
            "Woven by hand for three weeks, dyed with indigo and morinda root.",
            Mega
        ),
    ];

    internal static Product? Find(string? sku) =>
        Products.FirstOrDefault(product =>
            string.Equals(product.Sku, sku, StringComparison.Ordinal)
        );
}
