using System.Text;
using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests;

/// <summary>What the endpoint takes for a body, and how long it waits for it.</summary>
public sealed class NotificationBodyTests
{
    private static readonly Notification Good = new();

    [Theory]
    [InlineData(null)]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("Application/JSON;charset=us-ascii")]
    [InlineData("application/vnd.doku+json")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    public async Task The_signature_decides_whatever_the_content_type_says(string? contentType)
    {
        await using var shop = await Shop.OpenAsync();
        var answer = await shop.SendAsync(Good with { ContentType = contentType });
        Assert.Equal(200, answer.Status);
        Assert.Single(shop.Handled);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_that_takes_too_long_is_refused_like_any_other()
    {
        await using var shop = await Shop.OpenAsync();
        using var connection = await shop.ConnectAsync();
        var bytes = Good.ToBytes();
        await connection
            .GetStream()
            .WriteAsync(bytes.AsMemory(..^1), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        var reading = reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        while (!reading.IsCompleted)
        {
            shop.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal("HTTP/1.1 401 Unauthorized", await reading);
        Assert.Contains(
            shop.Log.Lines,
            line => line.Text.Contains("too_slow", StringComparison.Ordinal)
        );
        Assert.Empty(shop.Handled);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_sender_that_goes_away_half_way_leaves_no_error()
    {
        await using var shop = await Shop.OpenAsync();
        using (var connection = await shop.ConnectAsync())
        {
            await connection
                .GetStream()
                .WriteAsync(Good.ToBytes().AsMemory(..^1), TestContext.Current.CancellationToken);
        }

        while (shop.Log.Lines.All(line => line.Event.Id != 2001))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Empty(shop.Handled);
        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_cap_is_not_read(bool isChunked)
    {
        await using var shop = await Shop.OpenAsync(options => options.MaxBodyBytes = 1000);
        Assert.Equal(200, (await shop.SendAsync(OfSize(1000, isChunked))).Status);
        var answer = await shop.SendAsync(OfSize(1001, isChunked));
        Assert.Equal(401, answer.Status);
        Assert.Empty(answer.Body);
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task The_default_cap_is_64_KiB()
    {
        await using var shop = await Shop.OpenAsync();
        Assert.Equal(200, (await shop.SendAsync(OfSize(64 * 1024, false))).Status);
        Assert.Equal(401, (await shop.SendAsync(OfSize(64 * 1024 + 1, false))).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":"a","id":"b"}""")]
    public async Task A_verified_body_of_another_contract_is_a_bad_request(string body)
    {
        await using var shop = await Shop.OpenAsync();
        var answer = await shop.SendAsync(Good with { Body = body });
        Assert.Equal(400, answer.Status);
        Assert.Empty(answer.Body);
        Assert.Empty(shop.Handled);
    }

    [Fact]
    public async Task Unknown_fields_pass()
    {
        await using var shop = await Shop.OpenAsync();
        var body = """{"new":{"a":[1]},"id":"INV-1"}""";
        Assert.Equal(200, (await shop.SendAsync(Good with { Body = body })).Status);
    }

    internal static Notification OfSize(int bytes, bool isChunked)
    {
        const string frame = """{"id":"INV-1","x":""}""";
        var body = frame.Insert(frame.Length - 2, new string('x', bytes - frame.Length));
        return Good with { Body = body, IsChunked = isChunked };
    }
}
