using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class SignatureRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 1, 51, 0, TimeSpan.Zero);

    public static TheoryData<string, string> BrokenHeaders { get; } =
        new()
        {
            { "Client-Id", "" },
            { "Client-Id", "MCH-9999-00000000000000" },
            { "Request-Id", "" },
            { "Request-Id", "R-2" },
            { "Request-Id", new string('r', 129) },
            { "Request-Timestamp", "" },
            { "Request-Timestamp", "2026-11-22T01:51:01Z" },
            { "Request-Timestamp", "2026-11-22T01:51:00" },
            { "Request-Timestamp", "2026-11-22T01:51:00.000Z" },
            { "Request-Timestamp", "2026-11-22T08:51:00+07:00" },
            { "Signature", "" },
            { "Signature", "HMACSHA256=" },
            { "Signature", "HMACSHA256=!!!!" },
            { "Signature", "HMACSHA256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" },
            { "Signature", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" },
        };

    [Theory, MemberData(nameof(BrokenHeaders))]
    public async Task Refuses_a_request_with_a_broken_header(string name, string value)
    {
        await RefusesAsync(request =>
        {
            request.Headers.Remove(name);
            if (value.Length > 0)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        });
    }

    [Theory]
    [InlineData("Client-Id")]
    [InlineData("Request-Id")]
    [InlineData("Request-Timestamp")]
    [InlineData("Signature")]
    public async Task Refuses_a_header_that_is_given_twice(string name)
    {
        var clock = new FakeTimeProvider(Now);
        await using var sandbox = await StartAsync(clock);
        using var shop = new Shop(sandbox, clock);

        var once = await RawWire.SendAsync(sandbox.BaseAddress, shop.Post(Bodies.Valid()), "none");
        var twice = await RawWire.SendAsync(sandbox.BaseAddress, shop.Post(Bodies.Valid()), name);

        Assert.StartsWith("HTTP/1.1 200 ", once, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401 ", twice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hmacsha256=")]
    [InlineData("HMACSHA256= ")]
    [InlineData("HMACSHA256:")]
    public async Task Refuses_another_spelling_of_the_prefix(string prefix)
    {
        await RefusesAsync(request => ChangeSignature(request, text => prefix + text[11..]));
    }

    [Fact]
    public async Task Refuses_base64_with_spare_bits_set()
    {
        // 32 bytes leave two unused bits in the last letter: the next letter decodes to the same bytes.
        await RefusesAsync(request =>
            ChangeSignature(request, text => text[..^2] + (char)(text[^2] + 1) + "=")
        );
    }

    [Fact]
    public async Task Refuses_a_body_that_changed_by_one_bit()
    {
        await RefusesAsync(request =>
        {
            var body = Bodies.Valid();
            body[^1] ^= 1;
            request.Content = new ByteArrayContent(body);
        });
    }

    [Fact]
    public async Task Refuses_a_signature_for_another_path()
    {
        await RefusesAsync(request =>
            request.RequestUri = new Uri(
                "/kredivo-peer-to-peer/v2/generate-order/",
                UriKind.Relative
            )
        );
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task Refuses_a_time_stamp_more_than_five_minutes_away(int seconds)
    {
        await RefusesAsync(_ => { }, Now.AddSeconds(seconds));
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task Takes_a_time_stamp_five_minutes_away(int seconds)
    {
        var clock = new FakeTimeProvider(Now);
        await using var sandbox = await StartAsync(clock);
        using var shop = new Shop(sandbox, clock);

        var answer = await shop.SendAsync(shop.Post(Bodies.Valid(), at: Now.AddSeconds(seconds)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Refuses_a_status_question_without_a_signature()
    {
        await using var sandbox = await DokuSandbox.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var shop = new Shop(sandbox);

        var answer = await shop.OpenAsync(
            new Uri(sandbox.BaseAddress, "orders/v1/status/INV-1").AbsoluteUri
        );

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    private static async Task RefusesAsync(
        Action<HttpRequestMessage> tamper,
        DateTimeOffset? at = null
    )
    {
        var clock = new FakeTimeProvider(Now);
        await using var sandbox = await StartAsync(clock);
        using var shop = new Shop(sandbox, clock);
        var request = shop.Post(Bodies.Valid(), at: at);
        tamper(request);

        var answer = await shop.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("invalid_signature", answer.ErrorCode);
        Assert.Equal("invalid_request_error", (string?)answer.Json["error"]!["type"]);
        Assert.DoesNotContain("Signature", answer.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Empty(sandbox.Orders);
    }

    private static Task<DokuSandbox> StartAsync(TimeProvider clock) =>
        DokuSandbox.StartAsync(
            options => options.TimeProvider = clock,
            TestContext.Current.CancellationToken
        );

    private static void ChangeSignature(HttpRequestMessage request, Func<string, string> change)
    {
        var value = request.Headers.GetValues("Signature").Single();
        request.Headers.Remove("Signature");
        request.Headers.TryAddWithoutValidation("Signature", change(value));
    }
}
