using Storefront.Orders;

namespace Storefront.Pages;

/// <summary>How an order stands, in the customer's words: what happened, and what to do now.</summary>
internal sealed record OrderWords(string Title, string Words)
{
    internal static OrderWords Of(ShopOrder order) =>
        order switch
        {
            { ReplacedBy: { } next, HasMoney: false } => new(
                "You began again",
                $"Nothing was charged for this order. Order {next} is in its place."
            ),
            { State: OrderState.Confirming } => new(
                "Your payment is being confirmed",
                "Kredivo's answer was lost on its way, and we are asking again. Please don't order a second time: this order is kept, and it is made only once."
            ),
            { State: OrderState.Refused } => new(
                "Kredivo can't take this order",
                "Nothing was charged. You can try again, or write to us if it happens once more."
            ),
            { State: OrderState.Paid } => new(
                "Paid",
                "Thank you! Kredivo has confirmed your payment, and your parcels are being packed."
            ),
            { State: OrderState.Refunded } => new(
                "Refunded",
                "Your payment was given back. Kredivo shows it in your account."
            ),
            { State: OrderState.Expired } => new(
                "The time to pay is over",
                "Nothing was charged. You can try again: goods and address are kept."
            ),
            { PaymentUrl: null } => new(
                "This payment can't go on",
                "Kredivo has your order, but the way to its page was lost. Nothing was charged. Please try again."
            ),
            { State: OrderState.Declined } => new(
                "The payment was declined",
                "Nothing was charged. You can try once more, perhaps with a longer tenor."
            ),
            _ => new(
                "Waiting for your payment",
                "This page changes by itself as soon as Kredivo tells us that you have paid."
            ),
        };
}
