using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;

namespace Doku.Contracts.Tests.Shared;

/// <summary>An order with nothing wrong in it.</summary>
internal static class Orders
{
    public static LineItem Coffee { get; } =
        new()
        {
            Name = "Kopi Gayo 250 g",
            Price = 85_000,
            Quantity = 2,
            Id = "KG-250",
            Type = "FOOD",
            Url = "https://toko.example/p/kg-250",
        };

    public static GenerateOrderRequest Valid { get; } =
        new()
        {
            Order = new Order
            {
                InvoiceNumber = "INV-20261122-0007",
                LineItems = [Coffee],
                Amount = 170_000,
                CallbackUrl = "https://toko.example/selesai",
            },
            PeerToPeerInfo = new PeerToPeerInfo
            {
                ExpiredTime = 60,
                MerchantUniqueReference = "R7-0001",
            },
            Customer = new Customer
            {
                FirstName = "Sari",
                LastName = "Wulandari",
                Phone = "6281290000001",
                Address = "Jl. Melati No. 5-7, RT 02/RW 03",
                Email = "sari@toko.example",
            },
            ShippingAddress = new ShippingAddress
            {
                FirstName = "Sari",
                Address = "Jl. Melati No. 5-7, RT 02/RW 03",
                City = "Bandung",
                PostalCode = "40115",
                Phone = "6281290000001",
                CountryCode = CountryCode.Idn,
            },
        };
}
