using System.Net;
using Doku.Contracts.Common;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Testing;

namespace MerchantShop.Tests;

public sealed class NotificationTests : ShopTest
{
    [Fact]
    public async Task A_notification_that_comes_three_times_sends_one_parcel()
    {
        await OrderAsync("INV-1");
        await Doku.Orders["INV-1"].PayAsync(Cancellation);

        var again = await Doku.Notifications.Single().DuplicateAsync(3, Cancellation);

        Assert.All(again, copy => Assert.True(copy.IsAcknowledged));
        Assert.Equal(1, await ParcelsAsync("INV-1"));
    }

    [Fact]
    public async Task A_refusal_that_comes_after_the_payment_does_not_make_the_order_unpaid()
    {
        await OrderAsync("INV-1");
        Doku.Notifications.IsHolding = true;
        await Doku.Orders["INV-1"].DeclineAsync(Cancellation);
        await Doku.Orders["INV-1"].PayAsync(Cancellation);

        await Doku.Notifications.ReleaseAsync(held => held.Reverse(), Cancellation);

        Assert.Equal("SUCCESS", await StateAsync("INV-1"));
        Assert.Equal(1, await ParcelsAsync("INV-1"));
    }

    [Fact]
    public async Task A_notification_that_was_lost_comes_again_after_half_an_hour()
    {
        await OrderAsync("INV-1");
        Doku.Faults.Next(SandboxFault.LostNotification);
        await Doku.Orders["INV-1"].PayAsync(Cancellation);
        var before = await StateAsync("INV-1");

        await Doku.Clock.AdvanceAsync(TimeSpan.FromMinutes(30), Cancellation);

        Assert.Equal("PENDING", before);
        Assert.Equal("SUCCESS", await StateAsync("INV-1"));
    }

    [Theory]
    [InlineData(NotificationFlaw.WrongKey)]
    [InlineData(NotificationFlaw.ChangedBody)]
    [InlineData(NotificationFlaw.Stale)]
    [InlineData(NotificationFlaw.DuplicateHeader)]
    public async Task A_notification_that_DOKU_did_not_send_pays_nothing(NotificationFlaw flaw)
    {
        await OrderAsync("INV-1");

        using var fake = DokuNotifications.Sign(
            Paid("INV-1", Coffee.Price),
            FakeNotificationOptions.Of(Doku),
            flaw
        );
        using var answer = await Customer.SendAsync(fake, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("PENDING", await StateAsync("INV-1"));
    }

    [Fact]
    public async Task A_payment_of_another_amount_pays_nothing_and_isnt_acknowledged()
    {
        await OrderAsync("INV-1");

        using var fake = DokuNotifications.Sign(
            Paid("INV-1", Coffee.Price - 1),
            FakeNotificationOptions.Of(Doku)
        );
        using var answer = await Customer.SendAsync(fake, Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("PENDING", await StateAsync("INV-1"));
    }

    private static PaylaterNotification Paid(string invoice, long amount) =>
        new()
        {
            Service = new PaylaterService { Id = ServiceId.PeerToPeer },
            Order = new NotificationOrder { InvoiceNumber = invoice, Amount = amount },
            Transaction = new NotificationTransaction
            {
                Status = PaylaterStatus.Success,
                Date = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero),
            },
        };
}
