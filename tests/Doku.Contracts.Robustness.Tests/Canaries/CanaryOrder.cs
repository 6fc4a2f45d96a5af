using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>An order in which everything that is personal is a canary.</summary>
internal static class CanaryOrder
{
    internal const string FirstName = "Kenarina";
    internal const string LastName = "Kuningwati";
    internal const string Phone = "6289998887776";
    internal const string Address = "Jl. Sangkar Emas 99";
    internal const string Email = "burung.kenari@toko.example";
    internal const string LegalId = "3174990000001234";
    internal const string City = "Kenarirejo";
    internal const string PostalCode = "KNR-98761";
    internal const string AccountNumber = "8800123498761234";

    internal static IReadOnlyList<string> Canaries { get; } =
    [FirstName, LastName, Phone, Address, Email, LegalId, City, PostalCode, AccountNumber];

    /// <param name="invoiceNumber">The order's number.</param>
    /// <param name="flaw">What is added to each text: one that its set forbids makes each of them an error.</param>
    /// <param name="phoneFlaw">What is added to telephone numbers, where it is something else.</param>
    internal static GenerateOrderRequest Of(
        string invoiceNumber,
        string flaw = "",
        string? phoneFlaw = null
    ) =>
        Orders.Valid with
        {
            Order = Orders.Valid.Order with { InvoiceNumber = invoiceNumber },
            PeerToPeerInfo = Orders.Valid.PeerToPeerInfo with
            {
                MerchantUniqueReference = invoiceNumber,
            },
            Customer = new Customer
            {
                FirstName = FirstName + flaw,
                LastName = LastName + flaw,
                Phone = Phone + (phoneFlaw ?? flaw),
                Address = Address + flaw,
                Email = Email + flaw,
            },
            Sellers =
            [
                new Seller
                {
                    Id = "S-1",
                    Name = FirstName + flaw,
                    Email = Email + flaw,
                    LegalId = LegalId + flaw,
                    Address = AddressOf(flaw, phoneFlaw),
                },
            ],
            ShippingAddress = new ShippingAddress
            {
                FirstName = FirstName + flaw,
                LastName = LastName + flaw,
                Address = Address + flaw,
                City = City + flaw,
                PostalCode = PostalCode + flaw,
                Phone = Phone + (phoneFlaw ?? flaw),
                CountryCode = CountryCode.Idn,
            },
            BillingAddress = AddressOf(flaw, phoneFlaw),
        };

    private static Address AddressOf(string flaw, string? phoneFlaw) =>
        new()
        {
            FirstName = FirstName + flaw,
            LastName = LastName + flaw,
            AddressValue = Address + flaw,
            City = City + flaw,
            PostalCode = PostalCode + flaw,
            Phone = Phone + (phoneFlaw ?? flaw),
            CountryCode = CountryCode.Idn,
        };

    /// <summary>A notification with the customer in it, as it was observed.</summary>
    /// <param name="invoiceNumber">The order's number.</param>
    /// <param name="amount">The amount as JSON: a canary in quotes is one that can't be read.</param>
    internal static string Notification(string invoiceNumber, string amount = "170000") =>
        $$$"""
            {"service":{"id":"PEER_TO_PEER"},"order":{"invoice_number":"{{{invoiceNumber}}}","amount":{{{amount}}}},
            "transaction":{"status":"SUCCESS","date":"2026-11-22T01:58:29Z"},
            "peer_to_peer_info":{"status":"SUCCESS","virtual_account_number":"{{{AccountNumber}}}"},
            "customer":{"name":"{{{FirstName}}} {{{LastName}}}","phone":"{{{Phone}}}","address":"{{{Address}}}",
            "email":"{{{Email}}}","legal_id":"{{{LegalId}}}"}}
            """;
}
