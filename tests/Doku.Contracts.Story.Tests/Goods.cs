using System.Globalization;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;

namespace Doku.Contracts.Story.Tests;

/// <summary>What customers order.</summary>
internal static class Goods
{
    private const string Street = "Jl. Melati No. 5-7, RT 02/RW 03";

    internal static string Invoice(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"INV-{number:00000}");

    internal static string RequestId(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"R-{number:00000}");

    internal static GenerateOrderRequest Order(int number) =>
        new()
        {
            Order = new Order
            {
                InvoiceNumber = Invoice(number),
                LineItems =
                [
                    new LineItem
                    {
                        Id = "KG-250",
                        Name = "Kopi Gayo 250 g",
                        Type = "FOOD",
                        Price = 85_000,
                        Quantity = 1 + (number % 3),
                        Url = "https://shop.example/products/kg-250",
                    },
                ],
                Amount = 85_000 * (1 + (number % 3)),
                CallbackUrl = "https://shop.example/done",
            },
            PeerToPeerInfo = new PeerToPeerInfo
            {
                ExpiredTime = 60,
                MerchantUniqueReference = Invoice(number),
            },
            Customer = new Customer
            {
                FirstName = "Sari",
                Phone = "6281290000001",
                Address = Street,
            },
            ShippingAddress = new ShippingAddress
            {
                FirstName = "Sari",
                Phone = "6281290000001",
                Address = Street,
                City = "Bandung",
                PostalCode = "40115",
                CountryCode = CountryCode.From("IDN"),
            },
        };
}
