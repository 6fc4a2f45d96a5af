using System.Text;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore.Tests;

public sealed class NotificationEndpointTests
{
    private static readonly Notification Good = new();

    private static readonly Dictionary<string, Notification> Wrong = new(StringComparer.Ordinal)
    {
        ["body changed by one bit"] = Good with { SentBody = """{"id":"INV-0"}""" },
        ["body with a space more"] = Good with { SentBody = """{"id":"INV-1"} """ },
        ["empty body"] = Good with { SentBody = "" },
        ["signature of another key"] = Good with { Secret = "SK-other" },
        ["signature of an empty key"] = Good with { Secret = "" },
        ["signature for another path"] = Good with { SignedTarget = "/payments/other" },
        ["signature in hexadecimal"] = Good with
        {
            SentSignature = "HMACSHA256=" + new string('a', 64),
        },
        ["signature of another algorithm"] = Good with
        {
            SentSignature = Good.Signature.Replace("256", "512", StringComparison.Ordinal),
        },
        ["another merchant"] = Good with { ClientId = "MCH-0002-1" },
        ["stamp that is none"] = Good with { Stamp = "yesterday" },
        ["stamp too old"] = Good with { Stamp = "2026-11-21T12:58:29Z" },
        ["stamp from the future"] = Good with { Stamp = "2026-11-22T02:03:31Z" },
        ["Request-Id too long"] = Good with { RequestId = new string('x', 129) },
        ["no Client-Id"] = Good with { Missing = "Client-Id" },
        ["no Request-Id"] = Good with { Missing = "Request-Id" },
        ["no stamp"] = Good with { Missing = "Request-Timestamp" },
        ["no signature"] = Good with { Missing = "Signature" },
        ["two Client-Ids"] = Good with { Twice = "Client-Id" },
        ["two Request-Ids"] = Good with { Twice = "Request-Id" },
        ["two stamps"] = Good with { Twice = "Request-Timestamp" },
        ["two signatures"] = Good with { Twice = "Signature" },
        ["body over the cap"] = NotificationBodyTests.OfSize(64 * 1024 + 1, false),
        ["body over the cap in chunks"] = NotificationBodyTests.OfSize(64 * 1024 + 1, true),
        ["compressed"] = Good with { ExtraHeader = ("Content-Encoding", "gzip") },
        ["not compressed, and saying so"] = Good with
        {
            ExtraHeader = ("Content-Encoding", "identity"),
        },
        ["form"] = Good with { ContentType = "application/x-www-form-urlencoded" },
        ["form in parts"] = Good with { ContentType = "multipart/form-data; boundary=x" },
        ["another charset"] = Good with { ContentType = "application/json; charset=utf-16" },
        ["no content type that could be read"] = Good with { ContentType = "json" },
        ["two content types"] = Good with { ExtraHeader = ("Content-Type", "application/json") },
    };

    [Fact]
    public async Task A_signed_notification_reaches_the_handler_and_is_acknowledged()
    {
        await using var shop = await Shop.OpenAsync();
        var answer = await shop.SendAsync(Good);
        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Body);
        var handled = Assert.Single(shop.Handled);
        Assert.Equal("INV-1", handled.Value.Id);
        Assert.Equal(Good.Body, Encoding.UTF8.GetString(handled.RawBody.Span));
        Assert.Equal("notification-1", handled.RequestId);
        Assert.Equal("default", handled.KeyId);
        Assert.Equal(Shop.Start, handled.Timestamp);
        Assert.Equal(Shop.Start, handled.ReceivedAt);
    }

    [Fact]
    public async Task Every_refusal_looks_the_same_and_none_reaches_the_handler()
    {
        await using var shop = await Shop.OpenAsync();
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var (name, notification) in Wrong)
        {
            answers.Add(name, await shop.SendAsync(notification));
        }

        Assert.All(
            answers,
            answer => Assert.Equal((answer.Key, 401), (answer.Key, answer.Value.Status))
        );
        Assert.Single(answers.Values.Distinct());
        Assert.Empty(answers.Values.First().Body);
        Assert.Empty(shop.Handled);
        // None of them used the notification up.
        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
    }

    [Fact]
    public async Task Options_that_went_wrong_while_running_let_nothing_through()
    {
        var isWrong = false;
        await using var shop = await Shop.OpenAsync(account: options =>
            options.ClientId = isWrong ? "" : Shop.ClientId
        );
        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
        isWrong = true;
        shop.Services.GetRequiredService<IOptionsMonitorCache<DokuOptions>>().Clear();
        var answer = await shop.SendAsync(Good with { Body = """{"id":"INV-2"}""" });
        Assert.Equal(503, answer.Status);
        Assert.Empty(answer.Body);
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task A_notification_that_comes_again_is_acknowledged_and_takes_effect_once()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.SendAsync(Good);
        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
        shop.Clock.Advance(TimeSpan.FromHours(12));
        var again = Good with { RequestId = "notification-2", Stamp = "2026-11-22T13:58:30Z" };
        Assert.Equal(200, (await shop.SendAsync(again)).Status);
        Assert.Single(shop.Handled);

        var other = Good with { Body = """{"id":"INV-2"}""" };
        Assert.Equal(200, (await shop.SendAsync(other)).Status);
        Assert.Equal(2, shop.Handled.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_many_at_once_one_begins_and_the_others_are_to_come_again()
    {
        await using var shop = await Shop.OpenAsync();
        var goOn = new TaskCompletionSource();
        shop.Work = _ => goOn.Task;
        var sending = Enumerable.Range(0, 16).Select(_ => shop.SendAsync(Good)).ToList();
        for (var others = 0; others < 15; others++)
        {
            var answered = await Task.WhenAny(sending);
            Assert.Equal(503, (await answered).Status);
            sending.Remove(answered);
        }

        goOn.SetResult();
        Assert.Equal(200, (await Assert.Single(sending)).Status);
        Assert.Single(shop.Handled);
        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task A_handler_that_fails_gets_the_notification_again()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Work = _ => throw new InvalidOperationException("database down");
        var answer = await shop.SendAsync(Good);
        Assert.Equal(500, answer.Status);
        Assert.Empty(answer.Body);
        shop.Work = _ => Task.CompletedTask;
        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
        Assert.Equal(2, shop.Handled.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Work_goes_on_when_DOKU_stops_waiting()
    {
        await using var shop = await Shop.OpenAsync();
        var begun = new TaskCompletionSource<CancellationToken>();
        var goOn = new TaskCompletionSource();
        var done = new TaskCompletionSource();
        shop.Work = async token =>
        {
            begun.SetResult(token);
            await goOn.Task;
            done.SetResult();
        };
        CancellationToken token;
        using (var connection = await shop.ConnectAsync())
        {
            await connection
                .GetStream()
                .WriteAsync(Good.ToBytes(), TestContext.Current.CancellationToken);
            token = await begun.Task;
        }

        goOn.SetResult();
        await done.Task;
        Assert.False(token.IsCancellationRequested);
        while ((await shop.SendAsync(Good)).Status == 503)
        {
            // The first request is just about to complete its entry.
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task Other_methods_are_not_taken()
    {
        await using var shop = await Shop.OpenAsync();
        Assert.Equal(405, (await shop.SendAsync(Good, "PUT")).Status);
        Assert.Empty(shop.Handled);
    }

    [Fact]
    public async Task The_verified_key_is_named_while_two_overlap()
    {
        await using var shop = await Shop.OpenAsync(account: options =>
        {
            options.SecretKey = null;
            options.Keys.Add(
                new DokuKey
                {
                    Id = "old",
                    Secret = "SK-old",
                    NotAfter = Shop.Start.AddHours(1),
                }
            );
            options.Keys.Add(new DokuKey { Id = "new", Secret = "SK-new" });
        });
        var old = Good with { Secret = "SK-old" };
        Assert.Equal(200, (await shop.SendAsync(old)).Status);
        Assert.Equal(
            200,
            (await shop.SendAsync(Good with { Secret = "SK-new", Body = """{"id":"2"}""" })).Status
        );
        Assert.Equal(["old", "new"], shop.Handled.Select(handled => handled.KeyId));
        shop.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, (await shop.SendAsync(old)).Status);
    }
}
