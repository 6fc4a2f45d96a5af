using System.Globalization;
using FluentValidation;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>The contract's rules for a notification, as FluentValidation's documentation writes them.</summary>
internal sealed class NotificationRules : AbstractValidator<PlainNotification>
{
    public NotificationRules()
    {
        RuleFor(n => n.Service!).SetValidator(new PartyRules("PEER_TO_PEER"));
        RuleFor(n => n.Acquirer!).SetValidator(new PartyRules("KREDIVO", "AKULAKU", "INDODANA"));
        RuleFor(n => n.Channel!)
            .SetValidator(
                new PartyRules(
                    "PEER_TO_PEER_KREDIVO",
                    "PEER_TO_PEER_AKULAKU",
                    "PEER_TO_PEER_INDODANA"
                )
            );
        RuleFor(n => n.Order!).NotNull().SetValidator(new NotifiedOrderRules());
        RuleFor(n => n.Transaction!).NotNull().SetValidator(new TransactionRules());
        RuleFor(n => n.PeerToPeerInfo!).SetValidator(new PeerToPeerDetailsRules());
    }
}

internal sealed class PartyRules : AbstractValidator<PlainParty>
{
    public PartyRules(params string[] known)
    {
        RuleFor(p => p.Id).Must(id => id is null || Array.IndexOf(known, id) >= 0);
    }
}

internal sealed class NotifiedOrderRules : AbstractValidator<PlainNotifiedOrder>
{
    public NotifiedOrderRules()
    {
        RuleFor(o => o.InvoiceNumber).NotNull();
    }
}

internal sealed class TransactionRules : AbstractValidator<PlainTransaction>
{
    internal static readonly string[] Statuses =
    [
        "PENDING",
        "SUCCESS",
        "FAILED",
        "EXPIRED",
        "REFUNDED",
        "TIMEOUT",
        "REDIRECT",
    ];

    public TransactionRules()
    {
        RuleFor(t => t.Status).NotNull().Must(s => Array.IndexOf(Statuses, s) >= 0);
        RuleFor(t => t.Date)
            .Must(d =>
                d is null
                || DateTimeOffset.TryParse(
                    d,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.RoundtripKind,
                    out _
                )
            );
    }
}

internal sealed class PeerToPeerDetailsRules : AbstractValidator<PlainPeerToPeerDetails>
{
    public PeerToPeerDetailsRules()
    {
        RuleFor(p => p.CreatedDate).Must(IsJakartaTime);
        RuleFor(p => p.ExpiredDate).Must(IsJakartaTime);
        RuleFor(p => p.Status)
            .Must(s => s is null || Array.IndexOf(TransactionRules.Statuses, s) >= 0);
    }

    private static bool IsJakartaTime(string? text) =>
        text is null
        || DateTime.TryParseExact(
            text,
            "yyyyMMddHHmmss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );
}
