using System.Text.Json.Serialization;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The order as one writes it by hand for System.Text.Json: plain classes with setters, the kind that it reads fastest.</summary>
internal sealed class PlainOrder
{
    public PlainOrderTerms? Order { get; set; }

    public PlainPeerToPeerInfo? PeerToPeerInfo { get; set; }

    public List<PlainSeller>? Sellers { get; set; }

    public PlainCustomer? Customer { get; set; }

    public PlainAddress? BillingAddress { get; set; }

    public PlainAddress? ShippingAddress { get; set; }

    public PlainAdditionalInfo? AdditionalInfo { get; set; }
}

internal sealed class PlainOrderTerms
{
    public string? InvoiceNumber { get; set; }

    public List<PlainLineItem>? LineItems { get; set; }

    public long Amount { get; set; }

    public string? CallbackUrl { get; set; }

    public string? CallbackUrlCancel { get; set; }

    public bool? AutoRedirect { get; set; }

    public string? Descriptor { get; set; }
}

internal sealed class PlainLineItem
{
    public string? Name { get; set; }

    public decimal Price { get; set; }

    public long Quantity { get; set; }

    public string? Id { get; set; }

    public string? Type { get; set; }

    public string? Url { get; set; }

    public string? ImageUrl { get; set; }

    public string? ParentType { get; set; }

    public string? ParentId { get; set; }
}

internal sealed class PlainPeerToPeerInfo
{
    public long? ExpiredTime { get; set; }

    public string? MerchantUniqueReference { get; set; }
}

internal sealed class PlainSeller
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Url { get; set; }

    public string? LegalId { get; set; }

    public PlainAddress? Address { get; set; }
}

internal sealed class PlainCustomer
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public string? Email { get; set; }
}

internal sealed class PlainAddress
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? PostalCode { get; set; }

    public string? Phone { get; set; }

    public string? CountryCode { get; set; }
}

internal sealed class PlainAdditionalInfo
{
    public string? OverrideNotificationUrl { get; set; }
}

/// <summary>For writing: only the straight-line code that System.Text.Json calls its fast path.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PlainOrder))]
internal sealed partial class PlainWritingContext : JsonSerializerContext;

/// <summary>For reading.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower
)]
[JsonSerializable(typeof(PlainOrder))]
internal sealed partial class PlainReadingContext : JsonSerializerContext;
