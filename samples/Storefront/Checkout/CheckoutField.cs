namespace Storefront.Checkout;

/// <summary>A field of the form.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Kind">What is typed there, as it ends the sentence "this sign can't be used in …".</param>
/// <param name="Hint">What may be typed.</param>
/// <param name="Autocomplete">HTML's name for what the browser may fill in.</param>
/// <param name="InputType">HTML's kind of field, which chooses a telephone's keyboard.</param>
internal sealed record CheckoutField(
    string Name,
    string Label,
    string Kind,
    string Hint,
    string Autocomplete,
    string InputType = "text"
)
{
    internal const string Country = "country";

    internal static IReadOnlyList<CheckoutField> All { get; } =
    [
        new(
            "first_name",
            "First name",
            "a name",
            "Your whole name, if it is one word.",
            "given-name"
        ),
        new("last_name", "Last name (optional)", "a name", "If you have one.", "family-name"),
        new(
            "phone",
            "Phone",
            "a phone number",
            "Digits, such as 081234567890 or +6281234567890.",
            "tel",
            "tel"
        ),
        new(
            "email",
            "E-mail (optional)",
            "an e-mail address",
            "For the receipt.",
            "email",
            "email"
        ),
        new(
            "address",
            "Street and number",
            "an address",
            "Such as Jl. Merdeka No. 5-7/RT 02.",
            "street-address"
        ),
        new("city", "City", "the name of a city", "City or regency.", "address-level2"),
        new(
            "postal_code",
            "Postal code",
            "a postal code",
            "Five digits in Indonesia.",
            "postal-code"
        ),
        new(Country, "Country", "a country", "Where the parcel goes.", "country"),
    ];

    /// <summary>The countries that the shop delivers to, by ISO 3166-1 alpha-3.</summary>
    internal static IReadOnlyList<(string Code, string Name)> Countries { get; } =
    [("IDN", "Indonesia"), ("MYS", "Malaysia"), ("SGP", "Singapore"), ("TLS", "Timor-Leste")];

    /// <summary>The field behind a member of the order; null where the customer typed nothing for it.</summary>
    internal static CheckoutField? Of(string pointer)
    {
        var name = pointer switch
        {
            "/customer/first_name" or "/shipping_address/first_name" => "first_name",
            "/customer/last_name" or "/shipping_address/last_name" => "last_name",
            "/customer/phone" or "/shipping_address/phone" => "phone",
            "/customer/email" => "email",
            "/customer/address" or "/shipping_address/address" => "address",
            "/shipping_address/city" => "city",
            "/shipping_address/postal_code" => "postal_code",
            "/shipping_address/country_code" => Country,
            _ => "",
        };
        return All.FirstOrDefault(field => field.Name == name);
    }
}
