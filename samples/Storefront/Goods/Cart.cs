using System.Globalization;

namespace Storefront.Goods;

/// <summary>What a customer is about to buy. Never changes; adding gives another cart.</summary>
internal sealed record Cart
{
    /// <summary>A small shop needs no larger cart, and a slip of the finger costs no fortune.</summary>
    internal const int MaxQuantity = 9;

    internal static Cart Empty { get; } = new();

    internal IReadOnlyList<CartLine> Lines { get; private init; } = [];

    /// <summary>Those whose goods are in it.</summary>
    internal IEnumerable<Seller> Sellers => Lines.Select(line => line.Product.Seller).Distinct();

    /// <summary>What sellers ask for on top: one parcel each, however much is in it.</summary>
    internal IEnumerable<SellerFee> Fees =>
        Sellers.Where(seller => seller.Postage > 0).Select(seller => new SellerFee(seller));

    internal long Total => Lines.Sum(line => line.Sum) + Fees.Sum(fee => fee.Amount);

    internal int Pieces => Lines.Sum(line => line.Quantity);

    /// <summary>The cart with another quantity of one product; 0 takes it out.</summary>
    internal Cart With(Product product, int quantity)
    {
        var wanted = Math.Clamp(quantity, 0, MaxQuantity);
        var quantities = Catalogue.Products.Select(one => new CartLine(
            one,
            one == product ? wanted : QuantityOf(one)
        ));
        return new Cart { Lines = [.. quantities.Where(line => line.Quantity > 0)] };
    }

    internal Cart Add(Product product) => With(product, QuantityOf(product) + 1);

    /// <summary>The cart as one word, to be stored: <c>SKU:2 SKU:1</c>.</summary>
    internal string Write() =>
        string.Join(
            ' ',
            Lines.Select(line =>
                string.Create(CultureInfo.InvariantCulture, $"{line.Product.Sku}:{line.Quantity}")
            )
        );

    /// <summary>Reads what <see cref="Write"/> wrote; goods that are sold no longer are left out.</summary>
    internal static Cart Read(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':'))
            .Aggregate(
                Empty,
                (cart, line) =>
                    Catalogue.Find(line[0]) is { } product
                        ? cart.With(product, int.Parse(line[1], CultureInfo.InvariantCulture))
                        : cart
            );

    private int QuantityOf(Product product) =>
        Lines.FirstOrDefault(line => line.Product == product)?.Quantity ?? 0;
}
