using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Sandbox.Tests.Pages;

public sealed class PaymentPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_is_bought_and_the_total_in_rupiah()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var url = await shop.PlaceAsync();

        var page = await shop.OpenAsync(url);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("text/html; charset=utf-8", page.Headers["Content-Type"]);
        Assert.Contains(">Kopi Gayo 250 g<", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rp 85.000", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rp 170.000", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, page.Text.Split("<form method=\"post\"").Length - 1);
    }

    [Fact]
    public async Task Encodes_what_the_merchant_sent()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var url = await shop.PlaceAsync(
            Bodies.With(body => body["order"]!["line_items"]![0]!["name"] = "Teh & 'Susu'")
        );

        var page = await shop.OpenAsync(url);

        Assert.Contains(">Teh &amp; &#x27;Susu&#x27;<", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_nothing_in_but_its_own_files_and_forms_that_lead_to_the_shop()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var url = await shop.PlaceAsync(
            Bodies.With(body =>
            {
                body["order"]!["callback_url"] = "http://127.0.0.1:5005/done";
                body["order"]!["callback_url_cancel"] = "https://x;script-src@toko.example/batal";
            })
        );

        var page = await shop.OpenAsync(url);

        var policy = page.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains(
            "form-action 'self' http://127.0.0.1:5005 https://toko.example;",
            policy,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        // Nothing within the page itself: no style, no script, no handler.
        Assert.DoesNotMatch("<style|<script>| style=| on[a-z]+=", page.Text);
    }

    [Fact]
    public async Task Pay_notifies_first_and_then_leads_back_to_the_shop()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.NotificationUrl = inbox.Url(),
            Cancellation
        );
        using var shop = new Shop(sandbox);
        var url = await shop.PlaceAsync();

        var answer = await shop.PressAsync(url, "pay");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("https://toko.example/selesai", answer.Headers["Location"]);
        Assert.Single(inbox.Received);
        Assert.Equal(SandboxOrderStatus.Success, sandbox.Orders["INV-1"].Status);
    }

    [Fact]
    public async Task Paying_twice_is_refused_politely()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.NotificationUrl = inbox.Url(),
            Cancellation
        );
        using var shop = new Shop(sandbox);
        var url = await shop.PlaceAsync();
        await shop.PressAsync(url, "pay");

        var again = await shop.PressAsync(url, "pay");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("already paid", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", again.Text, StringComparison.Ordinal);
        Assert.Single(inbox.Received);
    }

    [Fact]
    public async Task Decline_stays_on_the_page_and_offers_another_try()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.NotificationUrl = inbox.Url(),
            Cancellation
        );
        using var shop = new Shop(sandbox);
        var url = await shop.PlaceAsync();

        var pressed = await shop.PressAsync(url, "decline");
        var declined = await shop.OpenAsync(url);
        var paid = await shop.PressAsync(url, "pay");

        // A page that comes from a redirect can be loaded again without declining again.
        Assert.Equal(HttpStatusCode.SeeOther, pressed.Status);
        Assert.Equal(url, pressed.Headers["Location"]);
        Assert.Contains("declined", declined.Text, StringComparison.Ordinal);
        Assert.Contains("<form", declined.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, paid.Status);
        Assert.Equal(2, inbox.Received.Count);
    }

    [Fact]
    public async Task Cancel_leads_to_the_cancel_address_and_changes_nothing()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var url = await shop.PlaceAsync();

        var answer = await shop.PressAsync(url, "cancel");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("https://toko.example/batal", answer.Headers["Location"]);
        Assert.Equal(SandboxOrderStatus.Pending, sandbox.Orders["INV-1"].Status);
    }

    [Fact]
    public async Task Cancel_leads_to_the_callback_when_there_is_no_cancel_address()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var url = await shop.PlaceAsync(
            Bodies.With(body => body["order"]!.AsObject().Remove("callback_url_cancel"))
        );

        var answer = await shop.PressAsync(url, "cancel");

        Assert.Equal("https://toko.example/selesai", answer.Headers["Location"]);
    }

    [Fact]
    public async Task An_expired_order_can_no_longer_be_paid()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero));
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.TimeProvider = clock,
            Cancellation
        );
        using var shop = new Shop(sandbox, clock);
        var url = await shop.PlaceAsync();
        clock.Advance(TimeSpan.FromMinutes(61));

        var page = await shop.OpenAsync(url);
        var answer = await shop.PressAsync(url, "pay");

        Assert.DoesNotContain("<form", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(SandboxOrderStatus.Expired, sandbox.Orders["INV-1"].Status);
    }

    [Theory]
    [InlineData("kredivo/pay/")]
    [InlineData("other/pay/")]
    public async Task Knows_no_page_under_a_guessed_address(string path)
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var token = new Uri(await shop.PlaceAsync()).Segments[^1];
        var guessed = path.StartsWith("other", StringComparison.Ordinal)
            ? token
            : token[..^1] + "_x";
        var url = new Uri(sandbox.BaseAddress, path + guessed).AbsoluteUri;

        var page = await shop.OpenAsync(url);
        var pressed = await shop.PressAsync(url, "pay");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(HttpStatusCode.NotFound, pressed.Status);
        Assert.Equal(SandboxOrderStatus.Pending, sandbox.Orders["INV-1"].Status);
    }
}
