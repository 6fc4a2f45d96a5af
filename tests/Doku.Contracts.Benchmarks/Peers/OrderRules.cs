using System.Collections.Frozen;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using FluentValidation;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The contract's rules for an order, as FluentValidation's documentation writes them.</summary>
internal sealed class OrderRules : AbstractValidator<GenerateOrderRequest>
{
    private static readonly string[] Fees =
    [
        "shippingfee",
        "adminfee",
        "taxfee",
        "discount",
        "additionalfee",
        "insurancefee",
    ];

    public OrderRules()
    {
        RuleFor(r => r.Order).NotNull().SetValidator(new OrderTermsRules());
        RuleFor(r => r.PeerToPeerInfo).NotNull().SetValidator(new PeerToPeerInfoRules());
        RuleFor(r => r.Customer).NotNull().SetValidator(new CustomerRules());
        RuleForEach(r => r.Sellers).SetValidator(new SellerRules());
        RuleFor(r => r.BillingAddress!).SetValidator(new AddressRules());
        RuleFor(r => r.ShippingAddress!).SetValidator(new ShippingAddressRules());
        RuleFor(r => r.ShippingAddress)
            .NotNull()
            .When(r =>
                r.Order.LineItems.Any(i =>
                    !OrderPatterns.Intangible().IsMatch(i.Type) && !Fees.Contains(i.Id)
                )
            );
        RuleFor(r => r.AdditionalInfo!).SetValidator(new AdditionalInfoRules());
    }
}

internal sealed class OrderTermsRules : AbstractValidator<Order>
{
    public OrderTermsRules()
    {
        RuleFor(o => o.InvoiceNumber).NotNull().Length(1, 64).Matches(OrderPatterns.Printable());
        RuleFor(o => o.LineItems).NotNull().Must(i => i.Count >= 1);
        RuleForEach(o => o.LineItems).SetValidator(new LineItemRules());
        RuleFor(o => o.Amount)
            .InclusiveBetween(1, 999_999_999_999)
            .Must((order, amount) => order.LineItems.Sum(i => i.Price * i.Quantity) == amount);
        RuleFor(o => o.CallbackUrl).NotNull().WebUrl();
        RuleFor(o => o.CallbackUrlCancel).WebUrl();
    }
}

internal sealed class LineItemRules : AbstractValidator<LineItem>
{
    public LineItemRules()
    {
        RuleFor(i => i.Name).NotNull().Length(1, 255).Matches(OrderPatterns.Printable());
        RuleFor(i => i.Price).InclusiveBetween(0, 999_999_999_999);
        RuleFor(i => i.Quantity).GreaterThanOrEqualTo(0);
        RuleFor(i => i.Id).NotNull().MinimumLength(1).Matches(OrderPatterns.Printable());
        RuleFor(i => i.Type).NotNull().MinimumLength(1).Matches(OrderPatterns.Printable());
        RuleFor(i => i.Url).NotNull().WebUrl();
        RuleFor(i => i.ImageUrl).WebUrl();
        RuleFor(i => i.ParentType).Matches(OrderPatterns.Printable());
        RuleFor(i => i.ParentId).Matches(OrderPatterns.Printable());
    }
}

internal sealed class PeerToPeerInfoRules : AbstractValidator<PeerToPeerInfo>
{
    public PeerToPeerInfoRules()
    {
        RuleFor(p => p.ExpiredTime).GreaterThanOrEqualTo(0);
        RuleFor(p => p.MerchantUniqueReference)
            .NotNull()
            .MinimumLength(1)
            .Matches(OrderPatterns.Printable());
    }
}

internal sealed class SellerRules : AbstractValidator<Seller>
{
    public SellerRules()
    {
        RuleFor(s => s.Id).Matches(OrderPatterns.Printable());
        RuleFor(s => s.Name).Matches(OrderPatterns.Printable());
        RuleFor(s => s.Email).Matches(OrderPatterns.Printable());
        RuleFor(s => s.Url).WebUrl();
        RuleFor(s => s.LegalId).Matches(OrderPatterns.Printable());
        RuleFor(s => s.Address!).SetValidator(new AddressRules());
    }
}

internal sealed class CustomerRules : AbstractValidator<Customer>
{
    public CustomerRules()
    {
        RuleFor(c => c.FirstName).NotNull().MinimumLength(1).Matches(OrderPatterns.Printable());
        RuleFor(c => c.LastName).Matches(OrderPatterns.Printable());
        RuleFor(c => c.Phone).NotNull().MinimumLength(1).Matches(OrderPatterns.Phone());
        RuleFor(c => c.Address).MinimumLength(1).Matches(OrderPatterns.PrintableLines());
        RuleFor(c => c.Email).MinimumLength(1).Matches(OrderPatterns.Printable());
        RuleFor(c => c.Email).NotNull().When(c => c.Address is null);
    }
}

internal sealed class AddressRules : AbstractValidator<Address>
{
    public AddressRules()
    {
        RuleFor(a => a.FirstName).Matches(OrderPatterns.Printable());
        RuleFor(a => a.LastName).Matches(OrderPatterns.Printable());
        RuleFor(a => a.AddressValue).Matches(OrderPatterns.PrintableLines());
        RuleFor(a => a.City).Matches(OrderPatterns.Printable());
        RuleFor(a => a.PostalCode).Matches(OrderPatterns.Printable());
        RuleFor(a => a.Phone).Matches(OrderPatterns.Phone());
        RuleFor(a => a.CountryCode).Must(CommonRules.IsCountry);
    }
}

internal sealed class ShippingAddressRules : AbstractValidator<ShippingAddress>
{
    public ShippingAddressRules()
    {
        RuleFor(a => a.FirstName).NotNull().MinimumLength(1).Matches(OrderPatterns.Printable());
        RuleFor(a => a.LastName).Matches(OrderPatterns.Printable());
        RuleFor(a => a.Address).NotNull().MinimumLength(1).Matches(OrderPatterns.PrintableLines());
        RuleFor(a => a.City).NotNull().MinimumLength(1).Matches(OrderPatterns.Printable());
        RuleFor(a => a.PostalCode).NotNull().MinimumLength(1).Matches(OrderPatterns.Printable());
        RuleFor(a => a.Phone).NotNull().MinimumLength(1).Matches(OrderPatterns.Phone());
        RuleFor(a => a.CountryCode).Must(c => CommonRules.IsCountry(c));
    }
}

internal sealed class AdditionalInfoRules : AbstractValidator<AdditionalInfo>
{
    public AdditionalInfoRules()
    {
        RuleFor(a => a.OverrideNotificationUrl).WebUrl();
        RuleFor(a => a.Account!.Id)
            .Matches(OrderPatterns.Printable())
            .When(a => a.Account is not null);
    }
}

internal static class CommonRules
{
    private static readonly FrozenSet<string> Countries = CountryCode
        .Known.Select(c => c.Value)
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsCountry(CountryCode? code) =>
        code is null || Countries.Contains(code.Value.Value);

    public static void WebUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MinimumLength(1)
            .Matches(OrderPatterns.WebUrl())
            .Must(u => u is null || Uri.TryCreate(u, UriKind.Absolute, out _));
}
