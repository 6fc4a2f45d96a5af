namespace Storefront.Checkout;

/// <summary>An address that the customer has used before.</summary>
internal sealed record KnownAddress(
    string Name,
    string Label,
    string Address,
    string City,
    string PostalCode
);
