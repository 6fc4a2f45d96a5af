using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Storefront.Checkout;
using Storefront.Goods;
using Storefront.Hosting;

namespace Storefront.Payments;

/// <summary>An order as Kredivo wants to hear it.</summary>
internal sealed class OrderDescription(ShopAddress shop)
{
    private const int MinutesToPay = 60;

    /// <summary>The customer's cart and form, letter for letter as typed.</summary>
    internal GenerateOrderRequest Describe(string invoiceNumber, Cart cart, CheckoutForm form) =>
        new()
        {
            Order = new Order
            {
                InvoiceNumber = invoiceNumber,
                LineItems = [.. cart.Lines.Select(Describe), .. cart.Fees.Select(Describe)],
                Amount = cart.Total,
                CallbackUrl = Return(invoiceNumber),
                CallbackUrlCancel = Cancel(invoiceNumber),
            },
            PeerToPeerInfo = new PeerToPeerInfo
            {
                ExpiredTime = MinutesToPay,
                MerchantUniqueReference = invoiceNumber,
            },
            Sellers = [.. cart.Sellers.Select(Describe)],
            Customer = new Customer
            {
                FirstName = form.FirstName,
                LastName = form.LastName.Length > 0 ? form.LastName : null,
                Phone = form.Phone,
                Email = form.Email.Length > 0 ? form.Email : null,
                Address = form.Address,
            },
            ShippingAddress = new ShippingAddress
            {
                FirstName = form.FirstName,
                LastName = form.LastName.Length > 0 ? form.LastName : null,
                Phone = form.Phone,
                Address = form.Address,
                City = form.City,
                PostalCode = form.PostalCode,
                CountryCode = CountryCode.From(form.Country),
            },
        };

    /// <summary>The same order under another number: another attempt, which DOKU is to take as another order.</summary>
    internal GenerateOrderRequest Again(GenerateOrderRequest request, string invoiceNumber) =>
        request with
        {
            Order = request.Order with
            {
                InvoiceNumber = invoiceNumber,
                CallbackUrl = Return(invoiceNumber),
                CallbackUrlCancel = Cancel(invoiceNumber),
            },
            PeerToPeerInfo = request.PeerToPeerInfo with
            {
                MerchantUniqueReference = invoiceNumber,
            },
        };

    // The order's own page. Anyone can open it, so coming back proves no payment: only a notification or DOKU's status do.
    private string Return(string invoiceNumber) => shop.Of($"/orders/{invoiceNumber}");

    private string Cancel(string invoiceNumber) => shop.Of($"/orders/{invoiceNumber}/cancelled");

    private LineItem Describe(CartLine line) =>
        new()
        {
            Id = line.Product.Sku,
            Name = line.Product.Name,
            Type = line.Product.Category,
            Price = line.Product.Price,
            Quantity = line.Quantity,
            Url = shop.Of($"/#{line.Product.Sku}"),
            ImageUrl = shop.Of($"/pictures/{line.Product.Sku}.svg"),
        };

    /// <summary>What one seller asks for the way: the line says who bears it, so that the others' share stays whole.</summary>
    private LineItem Describe(SellerFee fee) =>
        new()
        {
            Id = $"ONGKIR-{fee.Seller.Id}",
            Name = fee.Name,
            Type = "SHIPPING",
            Price = fee.Amount,
            Quantity = 1,
            Url = shop.Of($"/#{fee.Seller.Id}"),
            ParentType = "SELLER",
            ParentId = fee.Seller.Id,
        };

    private Doku.Contracts.Kredivo.Seller Describe(Goods.Seller seller) =>
        new()
        {
            Id = seller.Id,
            Name = seller.Name,
            Url = shop.Of($"/#{seller.Id}"),
            Address = new Address
            {
                City = seller.City,
                PostalCode = seller.PostalCode,
                CountryCode = CountryCode.From("IDN"),
            },
        };
}
