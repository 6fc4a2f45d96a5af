using System.Text.Json;
using Doku.Contracts.Sandbox.Http;

namespace Doku.Contracts.Sandbox.Payment;

/// <summary>The lines of an order that one seller sells, or the shop itself.</summary>
/// <param name="Seller">The seller's name; null for lines that belong to none.</param>
/// <param name="Lines">The lines, each with the name of the item whose fee it is.</param>
internal sealed record OrderGroup(
    string? Seller,
    IReadOnlyList<(SandboxOrderLine Line, string? FeeOf)> Lines
)
{
    /// <summary>Reads the sellers from the body that made the order, in the order of their first line.</summary>
    internal static IReadOnlyList<OrderGroup> Of(SandboxOrder order)
    {
        using var document = JsonDocument.Parse(order.RequestBody);
        var sellers = Names(document.RootElement, "sellers");
        var items = Json.Find(document.RootElement, "order", "line_items")
            is { ValueKind: JsonValueKind.Array } found
            ? found.EnumerateArray().ToList()
            : [];
        var itemNames = items
            .Select(item => (Id: Json.FindText(item, "id"), Name: Json.FindText(item, "name")))
            .Where(item => item.Id is not null)
            .DistinctBy(item => item.Id)
            .ToDictionary(item => item.Id!, item => item.Name, StringComparer.Ordinal);
        return order
            .Lines.Zip(items)
            .Select(pair =>
            {
                var parent = Json.FindText(pair.Second, "parent_id") ?? "";
                var isSellers = Json.FindText(pair.Second, "parent_type") == "SELLER";
                return (
                    Line: pair.First,
                    Seller: isSellers ? sellers.GetValueOrDefault(parent) : null,
                    FeeOf: isSellers ? null : itemNames.GetValueOrDefault(parent)
                );
            })
            .GroupBy(one => one.Seller)
            .Select(group => new OrderGroup(
                group.Key,
                group.Select(one => (one.Line, one.FeeOf)).ToList()
            ))
            .ToList();
    }

    /// <summary>Every seller of the order by name, those without a line of their own among them.</summary>
    internal static IReadOnlyList<string> SellersOf(SandboxOrder order)
    {
        using var document = JsonDocument.Parse(order.RequestBody);
        return Names(document.RootElement, "sellers").Values.ToList();
    }

    private static Dictionary<string, string> Names(JsonElement root, string list) =>
        Json.Find(root, list) is { ValueKind: JsonValueKind.Array } found
            ? found
                .EnumerateArray()
                .Select(one => (Id: Json.FindText(one, "id"), Name: Json.FindText(one, "name")))
                .Where(one => one.Name is not null)
                .DistinctBy(one => one.Id ?? one.Name)
                .ToDictionary(one => one.Id ?? one.Name!, one => one.Name!, StringComparer.Ordinal)
            : [];
}
