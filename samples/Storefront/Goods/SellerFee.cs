namespace Storefront.Goods;

/// <summary>What one seller asks for on top of its goods.</summary>
internal sealed record SellerFee(Seller Seller)
{
    internal string Name => $"Postage from {Seller.City}";

    internal long Amount => Seller.Postage;
}
