namespace Storefront.Goods;

/// <summary>One of those whose goods are on the shelf.</summary>
/// <param name="Id">The shop's own name for it, which a fee's <c>parent_id</c> repeats.</param>
/// <param name="Name">As customer and Kredivo see it.</param>
/// <param name="City">Where its parcels come from.</param>
/// <param name="PostalCode">The postal code there.</param>
/// <param name="Postage">What it asks for a parcel, in rupiah; 0 for nothing.</param>
internal sealed record Seller(string Id, string Name, string City, string PostalCode, long Postage);
