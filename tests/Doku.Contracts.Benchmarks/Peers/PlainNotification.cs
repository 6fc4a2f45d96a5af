using System.Text.Json.Serialization;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The notification as one writes it by hand for System.Text.Json.</summary>
internal sealed class PlainNotification
{
    public PlainParty? Service { get; set; }

    public PlainParty? Acquirer { get; set; }

    public PlainParty? Channel { get; set; }

    public PlainNotifiedOrder? Order { get; set; }

    public PlainTransaction? Transaction { get; set; }

    public PlainPeerToPeerDetails? PeerToPeerInfo { get; set; }
}

internal sealed class PlainParty
{
    public string? Id { get; set; }

    public string? Name { get; set; }
}

internal sealed class PlainNotifiedOrder
{
    public string? InvoiceNumber { get; set; }

    public long Amount { get; set; }
}

internal sealed class PlainTransaction
{
    public string? Status { get; set; }

    public string? Date { get; set; }

    public string? OriginalRequestId { get; set; }
}

internal sealed class PlainPeerToPeerDetails
{
    public string? CreatedDate { get; set; }

    public string? ExpiredDate { get; set; }

    public string? Status { get; set; }

    public string? MerchantUniqueReference { get; set; }

    public string? VirtualAccountNumber { get; set; }

    public List<PlainReference>? Identifier { get; set; }
}

internal sealed class PlainReference
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower
)]
[JsonSerializable(typeof(PlainNotification))]
internal sealed partial class PlainNotificationContext : JsonSerializerContext;
