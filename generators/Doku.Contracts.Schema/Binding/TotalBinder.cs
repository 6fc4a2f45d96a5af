using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary><c>x-total</c>: an amount that is the sum of price × quantity over items.</summary>
internal static class TotalBinder
{
    public static TotalModel? Bind(
        BinderParts parts,
        SchemaView view,
        List<PropertyModel> properties
    )
    {
        if (view.First("x-total") is not { } found)
        {
            return null;
        }

        var (location, total) = found;
        var amount = properties.Find(p => p.JsonName == total.TextOf("amount"));
        var items = properties.Find(p => p.JsonName == total.TextOf("items"));
        var item =
            items?.Value is ListValue { Item: ObjectValue }
            && view.Property(items.JsonName) is { } lists
            && parts.Context.View(lists).Children("items") is [var only]
                ? parts.Context.Dereference(only)
                : null;
        var price = Number(parts, item, total.TextOf("price"));
        var quantity = Number(parts, item, total.TextOf("quantity"));
        var fault =
            amount?.Value is not (IntegerValue or NumberValue)
                ? "'amount' must name a number among the members"
            : item is null ? "'items' must name an array of objects among the members"
            : price is null ? "'price' must name a number of an item"
            : quantity is null ? "'quantity' must name a number of an item"
            : null;
        if (fault is not null)
        {
            parts.Context.Report(location, Rule.InvalidTotal, total.Range, fault);
            return null;
        }

        return new TotalModel(
            new MemberName(amount!.JsonName, amount.Name),
            items!.Name,
            price!,
            quantity!
        );
    }

    // A member of an item that is a number, by its C# name.
    private static string? Number(BinderParts parts, SchemaLocation? item, string? jsonName)
    {
        if (item is null || jsonName is null)
        {
            return null;
        }

        var view = parts.Context.View(item);
        return
            view.Property(jsonName) is { } schemas
            && parts.Shapes.KindOf(
                parts.Context.View(
                    schemas.Count == 1 ? [parts.Context.Dereference(schemas[0])] : schemas
                )
            )
                is ValueKind.Integer
                    or ValueKind.Number
                    or ValueKind.TolerantInteger
            ? PropertyNames.Of(parts.Context, view, parts.Context.NameOf(item).Name)[jsonName]
            : null;
    }
}
