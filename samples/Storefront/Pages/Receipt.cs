using Doku.Contracts.Kredivo;
using Storefront.Goods;

namespace Storefront.Pages;

/// <summary>What is bought and what it costs, line by line; goods with their seller, fees with what they are for.</summary>
internal static class Receipt
{
    internal static Html Of(Cart cart) =>
        Write(
            [
                .. cart.Lines.Select(line =>
                    Line(
                        $"{line.Quantity} × {line.Product.Name}",
                        line.Product.Seller.Name,
                        line.Sum
                    )
                ),
                .. cart.Fees.Select(fee => Line(fee.Name, fee.Seller.Name, fee.Amount)),
            ],
            cart.Total
        );

    internal static Html Of(Order order) => Write([.. order.LineItems.Select(Line)], order.Amount);

    private static Html Write(Html[] lines, long total) =>
        Html.Of(
            $"""
            <ul class="receipt">{lines}</ul>
            <p class="total">Total <strong>{Rupiah.Write(total)}</strong></p>
            """
        );

    private static Html Line(LineItem item)
    {
        var goods = Catalogue.Find(item.Id);
        return Line(
            goods is null ? item.Name : $"{item.Quantity} × {item.Name}",
            goods?.Seller.Name ?? "",
            (long)(item.Price * item.Quantity)
        );
    }

    private static Html Line(string what, string seller, long sum) =>
        Html.Of(
            $"<li><span>{what}<small>{seller}</small></span> <span>{Rupiah.Write(sum)}</span></li>"
        );
}
