using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary><c>x-total</c>: an amount that is the sum of price × quantity over items.</summary>
internal static class TotalBinder
{
    public static TotalModel? Bind(
        BindingContext context,
        MergedSchema schema,
        List<PropertyModel> properties
    )
    {
        if (schema.First("x-total") is not { } found)
        {
            return null;
        }

        var (location, total) = found;
        var amount = properties.Find(p => p.JsonName == total.TextOf("amount"));
        var items = properties.Find(p => p.JsonName == total.TextOf("items"));
        var item = schema.Properties.Find(p => p.Name == items?.JsonName).Schemas is { } list
            ? MergedSchema.Merge(context, MergedSchema.Merge(context, list).Items)
            : null;
        var price = item?.Properties.Find(p => p.Name == total.TextOf("price")).Schemas;
        var quantity = item?.Properties.Find(p => p.Name == total.TextOf("quantity")).Schemas;
        var values = new ValueBinder(context);
        var fault =
            amount?.Value is not (IntegerValue or NumberValue)
                ? "'amount' must name a number among the members"
            : items?.Value is not ListValue { Item: ObjectValue }
                ? "'items' must name an array of objects among the members"
            : price is null || values.Bind(price) is not (IntegerValue or NumberValue)
                ? "'price' must name a number of an item"
            : quantity is null || values.Bind(quantity) is not (IntegerValue or NumberValue)
                ? "'quantity' must name a number of an item"
            : null;
        if (fault is not null)
        {
            context.Report(location, Rule.InvalidTotal, total.Range, fault);
            return null;
        }

        var itemType = ((ObjectValue)((ListValue)items!.Value).Item).Type.Name;
        return new TotalModel(
            new MemberName(amount!.JsonName, amount.Name),
            items.Name,
            ObjectBinder.PropertyName(price![0], total.TextOf("price")!, itemType),
            ObjectBinder.PropertyName(quantity![0], total.TextOf("quantity")!, itemType)
        );
    }
}
