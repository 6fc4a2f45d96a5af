namespace Storefront.Checkout;

/// <summary>
/// The customer's addresses, by the customer's own names for them. A real shop keeps them with the account; this one has
/// no accounts, and gives everybody the same four.
/// </summary>
internal static class AddressBook
{
    internal static IReadOnlyList<KnownAddress> Entries { get; } =
    [
        new(
            "rumah",
            "Rumah",
            "Jl. Melati No. 12, RT 03/RW 05, Cempaka Putih",
            "Jakarta Pusat",
            "10510"
        ),
        new(
            "kantor",
            "Kantor",
            "Gedung Kencana Lt. 8, Jl. Jend. Sudirman Kav. 52-53",
            "Jakarta Selatan",
            "12190"
        ),
        new(
            "kos",
            "Kos",
            "Gg. Mawar No. 7A (belakang masjid), Jl. Kaliurang Km. 5",
            "Kab. Sleman",
            "55281"
        ),
        new(
            "kampung",
            "Kampung",
            "Dusun Ma'rang RT 01/RW 02, Desa Bonto Manai",
            "Kab. Pangkajene",
            "90654"
        ),
    ];

    internal static KnownAddress? Find(string? name) =>
        Entries.FirstOrDefault(entry => entry.Name == name);
}
