using System.Text.Json;
using CsCheck;

namespace Doku.Contracts.Robustness.Tests.Support;

/// <summary>Notifications as DOKU could send them: members left out, unknown ones, any order, other spellings.</summary>
internal static class NotificationJson
{
    private static readonly Gen<string> Statuses = Pick.From(
        "SUCCESS",
        "FAILED",
        "EXPIRED",
        "PENDING",
        "REFUNDED",
        "SOMETHING_NEW"
    );

    private static readonly Gen<string> Invoices = Gen.Int[1, 1_000_000]
        .Select(n => $"\"INV-{n}\"");

    private static readonly Gen<string> Texts = Gen.String.Select(text =>
        // Half a surrogate pair is no text, and can't be written.
        JsonSerializer.Serialize(string.Concat(text.Where(each => !char.IsSurrogate(each))))
    );

    private static readonly Gen<string> Unknown = Gen.OneOf(
        Texts,
        Gen.Int.Select(n => $"{n}"),
        Gen.Const("null"),
        Gen.Const("[1, {\"a\": [true, false]}]")
    );

    private static readonly Gen<string> Amounts = Gen.Long[1, 999_999_999_999].Select(n => $"{n}");

    private static readonly Gen<string> Orders = Gen.Select(
        Invoices,
        Amounts,
        (invoice, amount) => $$"""{"invoice_number":{{invoice}},"amount":{{amount}}}"""
    );

    private static readonly Gen<string> Transactions = Gen.Select(
        Statuses,
        Gen.Bool,
        (status, hasId) =>
            $$"""{"status":"{{status}}", "date":"2026-11-22T01:58:29Z"{{(hasId ? ",\"original_request_id\":\"r-1\"" : "")}} }"""
    );

    private static readonly Gen<string> Details = Gen.Select(
        Statuses,
        Texts,
        (status, value) =>
            $$"""{"status":"{{status}}","created_date":"20261122085100","identifier":[{"name":"id","value":{{value}}}]}"""
    );

    /// <summary>Bodies that the contract reads leniently.</summary>
    internal static Gen<string> Bodies { get; } =
        Gen.Select(
            Gen.Select(Orders, Transactions),
            Gen.Select(Details, Gen.Bool),
            Gen.Select(Unknown, Gen.Bool),
            Gen.Int[0, 23],
            (must, details, unknown, turn) =>
            {
                List<string> members =
                [
                    "\"service\":{\"id\":\"PEER_TO_PEER\"}",
                    $"\"order\":{must.Item1}",
                    $"\"transaction\" : {must.Item2}",
                ];
                if (details.Item2)
                {
                    members.Add($"\"peer_to_peer_info\":{details.Item1}");
                }

                if (unknown.Item2)
                {
                    members.Add($"\"additional_info\":{unknown.Item1}");
                }

                // Another member first, in any turn.
                var first = turn % members.Count;
                return "{" + string.Join(", ", members[first..].Concat(members[..first])) + "}";
            }
        );
}
