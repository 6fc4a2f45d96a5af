using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests.Pages;

/// <summary>What the dashboard shows and takes, without a browser.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }
    );
    private DokuSandbox _sandbox = null!;
    private Shop _shop = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        _shop = new Shop(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Accept", "*/*")]
    public async Task A_form_of_another_site_changes_nothing(string header, string value)
    {
        await _shop.PlaceAsync();

        var answer = await PostAsync(header, value, Pay);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(SandboxOrderStatus.Pending, _sandbox.Orders["INV-1"].Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", null)]
    public async Task A_form_of_its_own_is_done(string header, string? value)
    {
        await _shop.PlaceAsync();

        var answer = await PostAsync(
            header,
            value ?? _sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
            Pay
        );

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(SandboxOrderStatus.Success, _sandbox.Orders["INV-1"].Status);
    }

    [Fact]
    public async Task A_foreign_name_that_leads_here_sees_nothing()
    {
        await _shop.PlaceAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, _sandbox.DashboardUrl);
        request.Headers.Host = "evil.example";

        var answer = await SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain("INV-1", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/dashboard")]
    [InlineData("/dashboard.evil.example")]
    [InlineData("/dashboard/\r\nSet-Cookie: a=b")]
    public async Task A_button_leads_back_to_the_dashboard_only(string back)
    {
        var answer = await PostAsync(
            "Sec-Fetch-Site",
            "same-origin",
            [("do", "hold"), ("back", back)]
        );

        Assert.StartsWith("/dashboard?note=", answer.Headers["Location"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("advance", "minutes", "0")]
    [InlineData("advance", "minutes", "-5")]
    [InlineData("advance", "minutes", "1e9")]
    [InlineData("fault", "fault", "3")]
    [InlineData("fault", "fault", "Nonsense")]
    [InlineData("pay", "invoice", "INV-404")]
    [InlineData("resend", "notification", "none")]
    [InlineData("format-disk", "invoice", "INV-1")]
    public async Task What_a_form_may_not_ask_is_refused_in_words(
        string action,
        string field,
        string value
    )
    {
        await _shop.PlaceAsync();
        var before = _sandbox.Clock.Offset;

        var answer = await PostAsync(
            "Sec-Fetch-Site",
            "same-origin",
            [("do", action), (field, value), ("times", "1")]
        );
        var page = await OpenAsync(answer.Headers["Location"]);

        Assert.Contains("note-box bad", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, _sandbox.Clock.Offset);
        Assert.Equal(SandboxOrderStatus.Pending, _sandbox.Orders["INV-1"].Status);
    }

    [Fact]
    public async Task What_a_stranger_sends_is_shown_and_never_becomes_part_of_the_page()
    {
        const string evil = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'";
        using var request = _shop.Post(System.Text.Encoding.UTF8.GetBytes(evil));
        request.Headers.TryAddWithoutValidation("X-Note", evil);
        request.Headers.Remove("Request-Id");
        request.Headers.TryAddWithoutValidation("Request-Id", evil);
        await _shop.SendAsync(request);
        await _shop.OpenAsync(
            new Uri(_sandbox.BaseAddress, "a?<script>alert(2)</script>").AbsoluteUri
        );

        foreach (
            var path in new[]
            {
                "/dashboard",
                "/dashboard/exchange?number=1",
                "/dashboard/exchange?number=2",
            }
        )
        {
            var page = await OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotMatch("<script>|<img src=x", page.Text);
        }
        var shown = await OpenAsync("/dashboard/exchange?number=1");
        // In the header, in the verdict on it, and in the body.
        Assert.True(shown.Text.Split("&lt;script&gt;alert(&#x27;x&#x27;)").Length - 1 >= 3);
    }

    [Fact]
    public async Task Its_pages_let_in_nothing_but_their_own_files()
    {
        var page = await OpenAsync("/dashboard");

        var policy = page.Headers["Content-Security-Policy"];
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self'",
            policy,
            StringComparison.Ordinal
        );
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.DoesNotMatch("<style|<script>| style=| on[a-z]+=|https?://(?!127)", page.Text);
    }

    [Theory]
    [InlineData("base.css", "text/css; charset=utf-8")]
    [InlineData("payment.css", "text/css; charset=utf-8")]
    [InlineData("payment.js", "text/javascript; charset=utf-8")]
    [InlineData("dashboard.css", "text/css; charset=utf-8")]
    [InlineData("dashboard.js", "text/javascript; charset=utf-8")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task Its_files_come_from_inside_the_assembly(string name, string type)
    {
        var file = await OpenAsync("/sandbox/assets/" + name);

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(type, file.Headers["Content-Type"]);
        Assert.DoesNotMatch("https?://(?!www.w3.org/2000/svg)", file.Text);
    }

    [Fact]
    public async Task Looking_on_leaves_no_trace_and_shows_no_key()
    {
        await _shop.PlaceAsync();
        await _sandbox.Orders["INV-1"].DeclineAsync(Cancellation);

        foreach (
            var path in new[]
            {
                "/dashboard",
                $"/dashboard/order?merchant={_sandbox.ClientId}&invoice=INV-1",
                "/dashboard/exchange?number=1",
                $"/dashboard/notification?id={_sandbox.Notifications.Single().RequestId}",
            }
        )
        {
            var page = await OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(_sandbox.SecretKey, page.Text, StringComparison.Ordinal);
        }
        var missing = await OpenAsync("/dashboard/nothing");
        await OpenAsync("/sandbox/assets/nothing");

        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Single(_sandbox.Exchanges);
    }

    [Fact]
    public async Task An_invoice_number_with_signs_of_an_address_has_a_page()
    {
        const string invoice = "INV/2026%2F'1'+a=b:@";
        await _shop.PlaceAsync(Bodies.Valid(invoice));
        var list = await OpenAsync("/dashboard");
        var link = WebUtility.HtmlDecode(
            list.Text.Split("href=\"/dashboard/order")[1].Split('"')[0]
        );

        var page = await OpenAsync("/dashboard/order" + link);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(
            $"<h1>{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(invoice)}</h1>",
            page.Text,
            StringComparison.Ordinal
        );
    }

    private static (string, string)[] Pay => [("do", "pay"), ("invoice", "INV-1")];

    private async Task<Answer> PostAsync(
        string header,
        string value,
        (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(_sandbox.BaseAddress, "dashboard/act")
        )
        {
            Content = new FormUrlEncodedContent(
                fields
                    .Append(("merchant", _sandbox.ClientId))
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
            ),
        };
        request.Headers.TryAddWithoutValidation(header, value);
        return await SendAsync(request);
    }

    private async Task<Answer> OpenAsync(string path)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(_sandbox.BaseAddress, path)
        );
        return await SendAsync(request);
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request) =>
        await Answer.ReadAsync(await _http.SendAsync(request, Cancellation));
}
