using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Finds the members of a record that hold the address of a payment page: its own, and those of the records in it.</summary>
internal sealed class PaymentPageBinder(BindingContext context)
{
    /// <summary>What the property is called.</summary>
    public const string Property = "PaymentPage";

    private const string Role = "paymentPage";

    public EquatableArray<string> Bind(SchemaView view, List<PropertyModel> properties)
    {
        var pages = new List<string>();
        foreach (var property in properties)
        {
            if (view.Property(property.JsonName) is not { } schemas)
            {
                continue;
            }

            var member = context.View(schemas);
            if (property.Value.Plain is TextValue && member.First("x-role") is { Value.Text: Role })
            {
                pages.Add($"global::Doku.Contracts.Runtime.ContractUrls.WebPage({property.Name})");
            }
            else if (
                property.Value.Plain is ObjectValue
                && new MemberMarks(context)
                    .Find(member, "x-role")
                    .Any(mark => mark.Value.Text == Role)
            )
            {
                pages.Add($"{property.Name}?.{Property}");
            }
        }

        if (pages.Count > 0 && properties.Find(p => p.Name == Property) is { } taken)
        {
            var location = view.Property(taken.JsonName)![0];
            context.Report(location, Rule.NameCollision, location.Node.Range, Property);
        }

        return pages.ToEquatableArray();
    }
}
