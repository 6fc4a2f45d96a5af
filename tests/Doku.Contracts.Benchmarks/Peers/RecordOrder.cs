using System.Text.Json.Serialization;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The order as records of the same shape as the generated ones: immutable, mandatory members required.</summary>
internal sealed record RecordOrder
{
    public required RecordOrderTerms Order { get; init; }

    public required RecordPeerToPeerInfo PeerToPeerInfo { get; init; }

    public List<RecordSeller>? Sellers { get; init; }

    public required RecordCustomer Customer { get; init; }

    public RecordAddress? BillingAddress { get; init; }

    public RecordAddress? ShippingAddress { get; init; }

    public RecordAdditionalInfo? AdditionalInfo { get; init; }
}

internal sealed record RecordOrderTerms
{
    public required string InvoiceNumber { get; init; }

    public required List<RecordLineItem> LineItems { get; init; }

    public required long Amount { get; init; }

    public required string CallbackUrl { get; init; }

    public string? CallbackUrlCancel { get; init; }

    public bool? AutoRedirect { get; init; }

    public string? Descriptor { get; init; }
}

internal sealed record RecordLineItem
{
    public required string Name { get; init; }

    public required decimal Price { get; init; }

    public required long Quantity { get; init; }

    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Url { get; init; }

    public string? ImageUrl { get; init; }

    public string? ParentType { get; init; }

    public string? ParentId { get; init; }
}

internal sealed record RecordPeerToPeerInfo
{
    public long? ExpiredTime { get; init; }

    public required string MerchantUniqueReference { get; init; }
}

internal sealed record RecordSeller
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Url { get; init; }

    public string? LegalId { get; init; }

    public RecordAddress? Address { get; init; }
}

internal sealed record RecordCustomer
{
    public required string FirstName { get; init; }

    public string? LastName { get; init; }

    public required string Phone { get; init; }

    public required string Address { get; init; }

    public string? Email { get; init; }
}

internal sealed record RecordAddress
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Address { get; init; }

    public string? City { get; init; }

    public string? PostalCode { get; init; }

    public string? Phone { get; init; }

    public string? CountryCode { get; init; }
}

internal sealed record RecordAdditionalInfo
{
    public string? OverrideNotificationUrl { get; init; }
}

/// <summary>For reading.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower
)]
[JsonSerializable(typeof(RecordOrder))]
internal sealed partial class RecordReadingContext : JsonSerializerContext;
