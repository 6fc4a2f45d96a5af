using System.Globalization;
using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Payment;

/// <summary>What is bought, seller by seller, with the total.</summary>
internal sealed class PaymentLines(SandboxOrder order)
{
    internal Markup Write()
    {
        var groups = OrderGroup.Of(order);
        var sold = groups.Select(group => group.Seller).OfType<string>().ToList();
        var others = OrderGroup.SellersOf(order).Except(sold).ToList();
        return Markup.Of(
            $"""
            <table class="lines">
            <thead class="unseen"><tr><th scope="col">Item</th><th scope="col">Sum</th></tr></thead>
            {groups.Select(group => Group(group, sold.Count > 0))}
            <tfoot><tr><th scope="row">Total</th><td class="number">{Rupiah.Write(
                order.Amount
            )}</td></tr></tfoot>
            </table>
            {Markup.If(
                others.Count > 0,
                () => Markup.Of($"<p class=\"note\">Sold by {string.Join(", ", others)}</p>")
            )}
            """
        );
    }

    private static Markup Group(OrderGroup group, bool isMarketplace) =>
        Markup.Of(
            $"""
            <tbody>
            {Markup.If(
                isMarketplace,
                () =>
                    Markup.Of(
                        $"""<tr class="seller"><th scope="rowgroup" colspan="2">{(group.Seller is { } seller ? $"Sold by {seller}" : "From the shop itself")}</th></tr>"""
                    )
            )}
            {group.Lines.Select(one => Line(one.Line, one.FeeOf))}
            </tbody>
            """
        );

    private static Markup Line(SandboxOrderLine line, string? feeOf)
    {
        var quantity = line.Quantity.ToString("0.##", CultureInfo.InvariantCulture);
        return Markup.Of(
            $"""
            <tr><td><span class="item">{line.Name}</span> <span class="each">{quantity} × {Rupiah.Write(
                line.Price
            )}{(feeOf is null ? "" : $", for {feeOf}")}</span></td>
            <td class="number">{Rupiah.Write(line.Price * line.Quantity)}</td></tr>
            """
        );
    }
}
