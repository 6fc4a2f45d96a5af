using System.Collections.Frozen;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using FluentValidation;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The contract's rules for an order, as FluentValidation's documentation writes them.</summary>
internal sealed class OrderRules : AbstractValidator<GenerateOrderRequest>
{
    private static readonly string[] Intangible = ["TICKET", "VOUCHER", "ticket", "voucher"];

    public OrderRules()
    {
        RuleFor(r => r.Order).NotNull().SetValidator(new OrderTermsRules());
        RuleFor(r => r.PeerToPeerInfo).NotNull().SetValidator(new PeerToPeerInfoRules());
        RuleFor(r => r.Customer).NotNull().SetValidator(new CustomerRules());
        RuleFor(r => r.Sellers)
            .Must(s => s!.Count <= 50 && s.ToHashSet().Count == s.Count)
            .When(r => r.Sellers is not null);
        RuleForEach(r => r.Sellers).SetValidator(new SellerRules());
        RuleFor(r => r.BillingAddress!).SetValidator(new AddressRules());
        RuleFor(r => r.ShippingAddress!).SetValidator(new ShippingAddressRules());
        RuleFor(r => r.ShippingAddress)
            .NotNull()
            .When(r => r.Order.LineItems.Any(i => !Intangible.Contains(i.Type)));
        RuleFor(r => r.AdditionalInfo!).SetValidator(new AdditionalInfoRules());
    }
}

internal sealed class OrderTermsRules : AbstractValidator<Order>
{
    public OrderTermsRules()
    {
        RuleFor(o => o.InvoiceNumber)
            .NotNull()
            .Length(1, 64)
            .Matches(OrderPatterns.InvoiceNumber());
        RuleFor(o => o.LineItems).NotNull().Must(i => i.Count is >= 1 and <= 500);
        RuleForEach(o => o.LineItems).SetValidator(new LineItemRules());
        RuleFor(o => o.Amount)
            .InclusiveBetween(1, 999_999_999_999)
            .Must((order, amount) => order.LineItems.Sum(i => i.Price * i.Quantity) == amount);
        RuleFor(o => o.CallbackUrl).NotNull().WebUrl();
        RuleFor(o => o.CallbackUrlCancel).WebUrl();
        RuleFor(o => o.Descriptor).MaximumLength(255).Matches(OrderPatterns.ItemName());
    }
}

internal sealed class LineItemRules : AbstractValidator<LineItem>
{
    public LineItemRules()
    {
        RuleFor(i => i.Name).NotNull().Length(1, 255).Matches(OrderPatterns.ItemName());
        RuleFor(i => i.Price).InclusiveBetween(0, 999_999_999_999).Must(p => p % 0.01m == 0);
        RuleFor(i => i.Quantity).InclusiveBetween(1, 99_999_999);
        RuleFor(i => i.Id).NotNull().Length(1, 64).Matches(OrderPatterns.Identifier());
        RuleFor(i => i.Type).NotNull().Length(1, 64).Matches(OrderPatterns.Category());
        RuleFor(i => i.Url).NotNull().WebUrl();
        RuleFor(i => i.ImageUrl).WebUrl();
        RuleFor(i => i.ParentType).Must(t => t is null || t.Value.Value is "SELLER" or "ITEM");
        RuleFor(i => i.ParentId).Length(1, 64).Matches(OrderPatterns.Identifier());
    }
}

internal sealed class PeerToPeerInfoRules : AbstractValidator<PeerToPeerInfo>
{
    public PeerToPeerInfoRules()
    {
        RuleFor(p => p.ExpiredTime).InclusiveBetween(1, 99_999_999);
        RuleFor(p => p.MerchantUniqueReference)
            .NotNull()
            .Length(1, 64)
            .Matches(OrderPatterns.Identifier());
    }
}

internal sealed class SellerRules : AbstractValidator<Seller>
{
    public SellerRules()
    {
        RuleFor(s => s.Id).Length(1, 64).Matches(OrderPatterns.Identifier());
        RuleFor(s => s.Name).Length(1, 255).Matches(OrderPatterns.PersonName());
        RuleFor(s => s.Email).Email();
        RuleFor(s => s.Url).WebUrl();
        RuleFor(s => s.LegalId).Length(1, 32).Matches(OrderPatterns.Identifier());
        RuleFor(s => s.Address!).SetValidator(new AddressRules());
    }
}

internal sealed class CustomerRules : AbstractValidator<Customer>
{
    public CustomerRules()
    {
        RuleFor(c => c.FirstName).NotNull().Length(1, 255).Matches(OrderPatterns.PersonName());
        RuleFor(c => c.LastName).MaximumLength(16).Matches(OrderPatterns.PersonName());
        RuleFor(c => c.Phone).NotNull().Phone();
        RuleFor(c => c.Address).NotNull().Length(1, 400).Matches(OrderPatterns.StreetAddress());
        RuleFor(c => c.Email).Email();
    }
}

internal sealed class AddressRules : AbstractValidator<Address>
{
    public AddressRules()
    {
        RuleFor(a => a.FirstName).Length(1, 255).Matches(OrderPatterns.PersonName());
        RuleFor(a => a.LastName).MaximumLength(255).Matches(OrderPatterns.PersonName());
        RuleFor(a => a.AddressValue).Length(1, 400).Matches(OrderPatterns.StreetAddress());
        RuleFor(a => a.City).Length(1, 100).Matches(OrderPatterns.CityName());
        RuleFor(a => a.PostalCode).Length(1, 16).Matches(OrderPatterns.PostalCode());
        RuleFor(a => a.Phone).Phone();
        RuleFor(a => a.CountryCode).Must(CommonRules.IsCountry);
    }
}

internal sealed class ShippingAddressRules : AbstractValidator<ShippingAddress>
{
    public ShippingAddressRules()
    {
        RuleFor(a => a.FirstName).NotNull().Length(1, 255).Matches(OrderPatterns.PersonName());
        RuleFor(a => a.LastName).MaximumLength(255).Matches(OrderPatterns.PersonName());
        RuleFor(a => a.Address).NotNull().Length(1, 400).Matches(OrderPatterns.StreetAddress());
        RuleFor(a => a.City).NotNull().Length(1, 100).Matches(OrderPatterns.CityName());
        RuleFor(a => a.PostalCode).NotNull().Length(1, 16).Matches(OrderPatterns.PostalCode());
        RuleFor(a => a.Phone).NotNull().Phone();
        RuleFor(a => a.CountryCode).Must(c => CommonRules.IsCountry(c));
    }
}

internal sealed class AdditionalInfoRules : AbstractValidator<AdditionalInfo>
{
    public AdditionalInfoRules()
    {
        RuleFor(a => a.OverrideNotificationUrl).WebUrl();
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
        rule.Length(1, 2048)
            .Matches(OrderPatterns.UrlCharacters())
            .Matches(OrderPatterns.WebUrl())
            .Must(u => u is null || Uri.TryCreate(u, UriKind.Absolute, out _));

    public static void Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Length(1, 128).Matches(OrderPatterns.EmailCharacters()).EmailAddress();

    public static void Phone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Length(6, 16).Matches(OrderPatterns.Digits()).Matches(OrderPatterns.Phone());
}
