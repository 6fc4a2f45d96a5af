using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary><c>x-total</c>: an amount is the sum of price × quantity over its items.</summary>
internal static class TotalRule
{
    public static bool Holds(JsonElement rule, JsonElement value)
    {
        if (
            !TryNumber(value, rule, "amount", out var amount)
            || !value.TryGetProperty(rule.GetProperty("items").GetString()!, out var items)
            || items.ValueKind != JsonValueKind.Array
        )
        {
            return true;
        }

        var total = new ExactNumber(0, 0);
        foreach (var item in items.EnumerateArray())
        {
            if (
                TryNumber(item, rule, "price", out var price)
                && TryNumber(item, rule, "quantity", out var quantity)
            )
            {
                total += price * quantity;
            }
        }

        return total.CompareTo(amount) == 0;
    }

    private static bool TryNumber(
        JsonElement owner,
        JsonElement rule,
        string role,
        out ExactNumber number
    )
    {
        number = default;
        if (
            owner.ValueKind != JsonValueKind.Object
            || !owner.TryGetProperty(rule.GetProperty(role).GetString()!, out var member)
            || member.ValueKind != JsonValueKind.Number
        )
        {
            return false;
        }

        number = ExactNumber.Parse(member.GetRawText());
        return true;
    }
}
