using System.Text.Json.Serialization;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The order as records that can't be changed once they are read, as the generated ones can't, and that check nothing, not even that a member is there.</summary>
internal sealed record RecordOrder
{
    public RecordOrderTerms Order { get; init; } = null!;

    public RecordPeerToPeerInfo PeerToPeerInfo { get; init; } = null!;

    public List<RecordSeller>? Sellers { get; init; }

    public RecordCustomer Customer { get; init; } = null!;

    public RecordAddress? BillingAddress { get; init; }

    public RecordAddress? ShippingAddress { get; init; }

    public RecordAdditionalInfo? AdditionalInfo { get; init; }
}

internal sealed record RecordOrderTerms
{
    public string InvoiceNumber { get; init; } = null!;

    public List<RecordLineItem> LineItems { get; init; } = null!;

    public long Amount { get; init; }

    public string CallbackUrl { get; init; } = null!;

    public string? CallbackUrlCancel { get; init; }
}

internal sealed record RecordLineItem
{
    public string Name { get; init; } = null!;

    public decimal Price { get; init; }

    public long Quantity { get; init; }

    public string Id { get; init; } = null!;

    public string Type { get; init; } = null!;

    public string Url { get; init; } = null!;

    public string? ImageUrl { get; init; }

    public string? ParentType { get; init; }

    public string? ParentId { get; init; }
}

internal sealed record RecordPeerToPeerInfo
{
    public long? ExpiredTime { get; init; }

    public string MerchantUniqueReference { get; init; } = null!;
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
    public string FirstName { get; init; } = null!;

    public string? LastName { get; init; }

    public string Phone { get; init; } = null!;

    public string Address { get; init; } = null!;

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
