using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;

namespace MerchantShop;

/// <summary>The one thing that this shop sells, to the one customer that it has.</summary>
internal static class Coffee
{
    internal static long Price => 85_000;

    internal static GenerateOrderRequest Order(string invoice) =>
        new()
        {
            Order = new Order
            {
                InvoiceNumber = invoice,
                LineItems =
                [
                    new LineItem
                    {
                        Id = "KG-250",
                        Name = "Kopi Gayo 250 g",
                        Type = "FOOD",
                        Price = Price,
                        Quantity = 1,
                        Url = "https://shop.example/products/kg-250",
                    },
                ],
                Amount = Price,
                CallbackUrl = "https://shop.example/done",
            },
            PeerToPeerInfo = new PeerToPeerInfo
            {
                ExpiredTime = 60,
                MerchantUniqueReference = invoice,
            },
            Customer = new Customer
            {
                FirstName = "Sari",
                Phone = "6281290000001",
                Address = "Jl. Melati No. 5-7, RT 02/RW 03",
            },
            ShippingAddress = new ShippingAddress
            {
                FirstName = "Sari",
                Phone = "6281290000001",
                Address = "Jl. Melati No. 5-7, RT 02/RW 03",
                City = "Bandung",
                PostalCode = "40115",
                CountryCode = CountryCode.From("IDN"),
            },
        };
}
