using System.Text.Json;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary><c>x-total</c>: an amount is the sum of price × quantity over its items, to the last digit.</summary>
internal static class TotalRule
{
    /// <summary>
    /// False only when all numbers are there and do not add up; what is missing or of another type is reported
    /// by its own rule.
    /// </summary>
    internal static bool Holds(JsonElement rule, JsonElement value, out string amountName)
    {
        amountName = rule.GetProperty("amount").GetString()!;
        if (
            !TryRead(value, amountName, out var amount)
            || !value.TryGetProperty(rule.GetProperty("items").GetString()!, out var items)
            || items.ValueKind != JsonValueKind.Array
        )
        {
            return true;
        }

        var priceName = rule.GetProperty("price").GetString()!;
        var quantityName = rule.GetProperty("quantity").GetString()!;
        var sum = new ExactNumber(0, 0);
        foreach (var item in items.EnumerateArray())
        {
            if (
                !TryRead(item, priceName, out var price)
                || !TryRead(item, quantityName, out var quantity)
            )
            {
                return true;
            }
            sum += price * quantity;
        }
        return sum.HasValueOf(amount);
    }

    private static bool TryRead(JsonElement owner, string name, out ExactNumber number)
    {
        number = default;
        return owner.ValueKind == JsonValueKind.Object
            && owner.TryGetProperty(name, out var member)
            && member.ValueKind == JsonValueKind.Number
            && ExactNumber.TryParse(member.GetRawText(), out number);
    }
}
