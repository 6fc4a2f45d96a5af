using System.Net;
using System.Text;
using Doku.Contracts.Common;
using Doku.Contracts.Sandbox;
using MerchantShop;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Doku.Contracts.Testing.Tests;

public sealed class DokuNotificationsTests : IAsyncLifetime
{
    private readonly WebApplicationFactory<Program> _factory = new();
    private DokuSandbox? _sandbox;
    private HttpClient? _customer;

    public static TheoryData<NotificationFlaw> Flaws =>
        [.. Enum.GetValues<NotificationFlaw>().Where(flaw => flaw != NotificationFlaw.None)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await DokuSandbox.StartAsync(options => options.UseSocket = false, Cancellation);
        _customer = _factory.WithDokuSandbox(_sandbox).CreateClient();
        await MerchantStory.OrderAsync(_customer, "INV-1");
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _sandbox!.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_one_is_believed()
    {
        var status = await SendAsync(NotificationFlaw.None);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("SUCCESS", await MerchantStory.StateAsync(_customer!, "INV-1"));
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task One_with_a_flaw_is_refused(NotificationFlaw flaw)
    {
        var status = await SendAsync(flaw);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("PENDING", await MerchantStory.StateAsync(_customer!, "INV-1"));
    }

    [Fact]
    public async Task Verified_bytes_of_another_contract_are_answered_400()
    {
        using var message = DokuNotifications.SignBytes(
            Encoding.UTF8.GetBytes("""{"hello":"world"}"""),
            FakeNotificationOptions.Of(_sandbox!)
        );

        using var answer = await _customer!.SendAsync(message, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public void The_same_Request_Id_is_kept_and_a_new_one_is_made_each_time_without()
    {
        var kept = new FakeNotificationOptions
        {
            ClientId = "MCH-1",
            SecretKey = "SK-1",
            RequestId = "R-1",
        };
        var made = FakeNotificationOptions.Of(_sandbox!);

        Assert.Equal("R-1", IdOf(kept));
        Assert.NotEqual(IdOf(made), IdOf(made));
    }

    [Fact]
    public void The_options_never_print_the_secret()
    {
        var options = FakeNotificationOptions.Of(_sandbox!);

        Assert.DoesNotContain(_sandbox!.SecretKey, options.ToString(), StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> SendAsync(NotificationFlaw flaw)
    {
        using var message = DokuNotifications.Sign(
            Paid(),
            FakeNotificationOptions.Of(_sandbox!),
            flaw
        );
        using var answer = await _customer!.SendAsync(message, Cancellation);
        return answer.StatusCode;
    }

    private static string IdOf(FakeNotificationOptions options)
    {
        using var message = DokuNotifications.Sign(Paid(), options);
        return Assert.Single(message.Headers.GetValues("Request-Id"));
    }

    private static PaylaterNotification Paid() =>
        new()
        {
            Service = new PaylaterService { Id = ServiceId.PeerToPeer },
            Order = new NotificationOrder { InvoiceNumber = "INV-1", Amount = Coffee.Price },
            Transaction = new NotificationTransaction
            {
                Status = PaylaterStatus.Success,
                Date = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero),
            },
        };
}
