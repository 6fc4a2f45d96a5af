namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>What the ticket office prints, wherever it was compiled.</summary>
internal static class TicketingStory
{
    internal static string[] Lines { get; } =
    [
        "valid: True",
        """written: {"show":{"id":"FIG-12","title":"Le nozze di Figaro","begins_at":"2024-10-04T00:00:00Z","genre":"OPERA"},"seats":[{"row":"C","number":7,"price":89.5},{"row":"C","number":8,"price":89.5}],"holder":"A. Susanna"}""",
        "read again: True",
        "masked: True",
        "wrong: /seats/0/row pattern",
        "wrong: /seats/0/number maximum",
        "wrong: /seats/0/price multiple_of",
        "wrong: /holder characters",
        "refused: /show/id:characters /show/title:required /show/begins_at:required /seats:min_items /holder:required",
        "serialized alike: True",
        "sent to: /bookings",
        "ticket: TICKET-0001",
    ];

    internal static string[] Of(Ran ran) =>
        ran.Output.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
}
