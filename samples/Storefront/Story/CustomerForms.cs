using Storefront.Checkout;

namespace Storefront.Story;

/// <summary>What the customer of the story types. None of it may be printed.</summary>
internal static class CustomerForms
{
    internal static CheckoutForm Good { get; } =
        new()
        {
            FirstName = "Ratna",
            LastName = "Wijayakusuma",
            Phone = "6281298765432",
            Email = "ratna.w@example.com",
            Address = "Jl. Kenanga No. 5-7/RT 02 (belakang pasar)",
            City = "Yogyakarta",
            PostalCode = "55281",
        };

    internal static CheckoutForm PhoneWithALetter { get; } = Good with { Phone = "6281298765432O" };

    /// <summary>Wrong in five fields, each in its own way. The e-mail address only goes against advice.</summary>
    internal static CheckoutForm Wrong { get; } =
        Good with
        {
            FirstName = "Ratna\tDewi",
            Phone = "0812-9876-5432",
            Email = "ratna.w",
            Address = "",
            City = "Yogya\u0007karta",
            PostalCode = "",
        };

    /// <summary>The fields that <see cref="Wrong"/> has wrong.</summary>
    internal static IReadOnlyList<string> WrongFields { get; } =
    ["first_name", "phone", "address", "city", "postal_code"];
}
