namespace Storefront.Checkout;

/// <summary>What the customer typed, letter for letter: a shop that deletes signs changes where the parcel goes.</summary>
internal sealed record CheckoutForm
{
    internal string FirstName { get; init; } = "";

    internal string LastName { get; init; } = "";

    internal string Phone { get; init; } = "";

    internal string Email { get; init; } = "";

    internal string Address { get; init; } = "";

    internal string City { get; init; } = "";

    internal string PostalCode { get; init; } = "";

    internal string Country { get; init; } = "IDN";

    /// <summary>The form with a known address, and the rest as it was typed.</summary>
    internal CheckoutForm With(KnownAddress known) =>
        this with
        {
            Address = known.Address,
            City = known.City,
            PostalCode = known.PostalCode,
            Country = "IDN",
        };

    internal static CheckoutForm Read(IFormCollection form) =>
        new()
        {
            FirstName = form["first_name"].ToString(),
            LastName = form["last_name"].ToString(),
            Phone = form["phone"].ToString(),
            Email = form["email"].ToString(),
            Address = form["address"].ToString(),
            City = form["city"].ToString(),
            PostalCode = form["postal_code"].ToString(),
            Country = form["country"].ToString(),
        };

    internal string this[string field] =>
        field switch
        {
            "first_name" => FirstName,
            "last_name" => LastName,
            "phone" => Phone,
            "email" => Email,
            "address" => Address,
            "city" => City,
            "postal_code" => PostalCode,
            _ => Country,
        };
}
