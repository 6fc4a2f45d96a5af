namespace Storefront.Goods;

/// <summary>What a customer is about to buy. Never changes; adding gives another cart.</summary>
internal sealed record Cart
{
    /// <summary>A shop of three things needs no larger cart, and a slip of the finger costs no fortune.</summary>
    internal const int MaxQuantity = 9;

    internal static Cart Empty { get; } = new();

    internal IReadOnlyList<CartLine> Lines { get; private init; } = [];

    internal long Total => Lines.Sum(line => line.Sum);

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

    private int QuantityOf(Product product) =>
        Lines.FirstOrDefault(line => line.Product == product)?.Quantity ?? 0;
}
