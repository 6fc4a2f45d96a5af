using Doku.Contracts.Common;
using Storefront.Orders;

namespace Storefront.Tests;

public sealed class OrderProgressTests
{
    [Fact]
    public void Nothing_but_a_refund_takes_paid_back()
    {
        Assert.All(
            Enum.GetValues<OrderState>().Where(it => it != OrderState.Refunded),
            reported => Assert.Equal(OrderState.Paid, OrderState.Paid.Next(reported))
        );
        Assert.All(
            Enum.GetValues<OrderState>(),
            other =>
                Assert.Equal(
                    (OrderState.Refunded, OrderState.Refunded),
                    (OrderState.Refunded.Next(other), other.Next(OrderState.Refunded))
                )
        );
    }

    [Fact]
    public void Money_that_came_counts_whatever_was_said_before()
    {
        Assert.All(
            Enum.GetValues<OrderState>().Where(it => it != OrderState.Refunded),
            current => Assert.Equal(OrderState.Paid, current.Next(OrderState.Paid))
        );
    }

    [Fact]
    public void A_declined_payment_may_be_followed_by_a_paid_one_and_then_by_nothing()
    {
        var state = OrderState.AwaitingPayment.Next(OrderState.Declined);
        Assert.Equal(OrderState.Declined, state);
        state = state.Next(OrderState.Paid);
        Assert.Equal(OrderState.Paid, state.Next(OrderState.Declined));
    }

    [Fact]
    public void An_expired_order_does_not_wait_again()
    {
        Assert.Equal(OrderState.Expired, OrderState.Expired.Next(OrderState.AwaitingPayment));
        Assert.Equal(OrderState.Expired, OrderState.Expired.Next(OrderState.Declined));
    }

    [Fact]
    public void An_order_that_was_taken_is_not_refused_later()
    {
        Assert.Equal(OrderState.Refused, OrderState.Confirming.Next(OrderState.Refused));
        Assert.Equal(
            OrderState.AwaitingPayment,
            OrderState.AwaitingPayment.Next(OrderState.Refused)
        );
    }

    [Theory]
    [InlineData("PENDING")]
    [InlineData("A_WORD_OF_NEXT_YEAR")]
    public void A_word_that_says_nothing_of_money_changes_nothing(string status) =>
        Assert.Null(OrderProgress.Meaning(PaylaterStatus.From(status)));
}
