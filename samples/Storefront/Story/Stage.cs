using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;
using Storefront.Checkout;
using Storefront.Goods;
using Storefront.Hosting;
using Storefront.Orders;

namespace Storefront.Story;

/// <summary>The story, step by step. Each step looks at what really happened before the next begins.</summary>
internal sealed class Stage(
    DokuSandbox sandbox,
    ShopHost shop,
    Customer customer,
    Narrator narrator
)
{
    internal async Task PlayAsync(CheckoutForm form)
    {
        await customer.AddToCartAsync(Catalogue.Products[0]);
        await customer.AddToCartAsync(Catalogue.Products[0]);
        await customer.AddToCartAsync(Catalogue.Products[1]);

        await StopWrongOrderAsync();
        var order = await SendOrderAsync(form);
        ShowAnswer(order);
        var wayBack = await PayAsync(order);
        await AwaitNotificationAsync(order);
        await ShowPaidAsync(order, wayBack);
        await new Forgery(sandbox, shop, customer, narrator).TryAsync();
        await RepeatAsync(order);
    }

    private async Task StopWrongOrderAsync()
    {
        narrator.Begin("An order with mistakes is stopped before the network");
        var page = await customer.CheckOutAsync(CustomerForms.Wrong);
        var errors = page.FieldErrors;
        narrator.Quote(errors.Select(error => $"{error.Field}: {error.Words}"));
        StoryException.Unless(page.Status == 422, $"The shop answered HTTP {page.Status}.");
        StoryException.Unless(
            errors
                .Select(error => error.Field)
                .Order()
                .SequenceEqual(CustomerForms.WrongFields.Order()),
            "The page doesn't show an error beside each wrong field, and beside no other."
        );
        StoryException.Unless(
            sandbox.Exchanges.Count == 0 && shop.Orders.Count == 0,
            "Something was sent or stored all the same."
        );
        narrator.Say(
            $"{errors.Count} fields to mend; DOKU's sandbox has seen {sandbox.Exchanges.Count} requests."
        );
    }

    private async Task<ShopOrder> SendOrderAsync(CheckoutForm form)
    {
        narrator.Begin("The order is validated, signed and sent");
        var order = await PlacedOrder.PlaceAsync(sandbox, shop, customer, form);
        StoryException.Unless(
            sandbox.Exchanges.Count == 1,
            $"The sandbox has seen {sandbox.Exchanges.Count} requests instead of one."
        );

        var exchange = sandbox.Exchanges[0];
        var received = GenerateOrderRequest.Read(exchange.Body.Span, ContractReadOptions.Strict);
        narrator.Quote([.. Masking.Head(exchange), "", .. Masking.Body(received)]);
        StoryException.Unless(
            exchange.Status == 200,
            $"The sandbox answered HTTP {exchange.Status}."
        );
        StoryException.Unless(
            received == order.Request,
            "What arrived isn't what the shop has validated."
        );
        narrator.Say("The sandbox found the signature good, and its own judge the body.");
        return order;
    }

    private void ShowAnswer(ShopOrder order)
    {
        narrator.Begin("The answer is verified, and names the payment page");
        var atDoku = sandbox.Orders[order.InvoiceNumber];
        StoryException.Unless(
            order.State == OrderState.AwaitingPayment && order.PaymentUrl == atDoku.PaymentUrl,
            $"The shop's order is {order.State} and has no payment page, or another one."
        );
        StoryException.Unless(
            atDoku.RequestId == order.RequestId && atDoku.Amount == order.Request.Order.Amount,
            "DOKU holds the order under another Request-Id or amount."
        );
        narrator.Say($"Order    {order.InvoiceNumber}, {Rupiah.Write(atDoku.Amount)}");
        narrator.Say($"Status   {atDoku.Status}");
        narrator.Say($"Pay at   {order.PaymentUrl}");
    }

    private async Task<Uri> PayAsync(ShopOrder order)
    {
        narrator.Begin("The customer opens the payment page and presses Pay");
        var page = await customer.PayAsync(order.PaymentUrl!);
        StoryException.Unless(
            page is { Status: 303, LeadsTo: { } way }
                && way.AbsoluteUri == order.Request.Order.CallbackUrl,
            $"The payment page didn't lead back to the shop (HTTP {page.Status})."
        );
        var status = sandbox.Orders[order.InvoiceNumber].Status;
        StoryException.Unless(
            status == SandboxOrderStatus.Success,
            $"The sandbox holds the order as {status}."
        );
        narrator.Say($"Paid; the browser is sent back to {page.LeadsTo}");
        return page.LeadsTo!;
    }

    private async Task AwaitNotificationAsync(ShopOrder order)
    {
        narrator.Begin("DOKU's notification reaches the shop, which verifies it");
        var notified = await shop.Orders.WaitForAsync(
            order.InvoiceNumber,
            it => it.Notifications.Count > 0
        );
        StoryException.Unless(
            notified is not null,
            $"No verified notification came to {shop.NotificationUrl} in time."
        );
        var deliveries = sandbox
            .Orders[order.InvoiceNumber]
            .Events.Select(happened => happened.Delivery)
            .OfType<NotificationDelivery>()
            .ToList();
        StoryException.Unless(
            deliveries is [{ IsAcknowledged: true }]
                && notified!.Notifications.SequenceEqual([deliveries[0].RequestId]),
            "The shop hasn't acknowledged exactly the one notification that was sent."
        );
        narrator.Say($"POST {deliveries[0].Url}");
        narrator.Say($"Request-Id {deliveries[0].RequestId}, answered HTTP {deliveries[0].Status}");
    }

    private async Task ShowPaidAsync(ShopOrder order, Uri wayBack)
    {
        narrator.Begin("The order is paid");
        var back = await customer.OpenAsync(wayBack);
        var page = await customer.OpenAsync($"/orders/{order.InvoiceNumber}");
        StoryException.Unless(
            back.Status == 200 && page.HasStatus("paid"),
            $"The order's page says '{page.Title}' (HTTP {page.Status})."
        );
        var status = (await shop.Kredivo.CheckStatusAsync(order.InvoiceNumber)).EnsureAccepted();
        StoryException.Unless(
            status.Transaction?.Status == PaylaterStatus.Success
                && status.Order?.Amount == order.Request.Order.Amount,
            $"DOKU's check status says '{status.Transaction?.Status}'."
        );
        narrator.Say($"The order's page says '{page.Title}'.");
        narrator.Say($"DOKU's check status says {status.Transaction?.Status}.");
    }

    private async Task RepeatAsync(ShopOrder order)
    {
        narrator.Begin("The same call under the same Request-Id makes no second order");
        var before = sandbox.Orders.Count;
        var outcome = await shop.Kredivo.GenerateOrderAsync(
            order.Request,
            new ContractCall { RequestId = order.RequestId }
        );
        var status = sandbox.Exchanges[^1].Status;
        StoryException.Unless(status == 409, $"The sandbox answered HTTP {status}.");
        StoryException.Unless(
            outcome is Accepted<GenerateOrderResponse> { IsReplay: true } replay
                && replay.Value.PaymentPage == order.PaymentUrl,
            "The client didn't take the answer for a replay of the first one."
        );
        StoryException.Unless(sandbox.Orders.Count == before, "A second order was made.");
        narrator.Say($"Answered HTTP {status}: the first answer again, read as a replay.");
    }
}
