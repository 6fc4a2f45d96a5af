using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Doku.Contracts.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Doku.Contracts.AspNetCore.Tests.Viewer;

/// <summary>Dead letters and stuck notifications are seen, masked, and dealt with by whoever may, and by nobody else.</summary>
public sealed class LedgerViewerTests : IAsyncLifetime
{
    private const string Canary = "6281290000001";

    private const string Body = """
        {"service":{"id":"PEER_TO_PEER"},"order":{"invoice_number":"INV-1","amount":1},
         "transaction":{"status":"SUCCESS","date":"2026-11-22T01:58:30Z"},
         "customer":{"phone":"6281290000001"}}
        """;

    private readonly SqliteFile _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Dead_letters_are_listed_encoded_and_inspected_masked()
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        var key = await shop.BuryAsync(Body, reason: "<script>alert(1)</script>");

        var list = await shop.Http.GetStringAsync("/ops/ledger", Cancel);
        Assert.Contains("notification-1", list, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", list, StringComparison.Ordinal);
        Assert.Contains("1 dead", list, StringComparison.Ordinal);

        var page = await InspectAsync(key);
        Assert.Contains("INV-1", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, list + page, StringComparison.Ordinal);
        var customer = await InspectAsync(
            await shop.BuryAsync(
                """{"first_name":"Budi","phone":"6281290000001","address":"Jl. Kopi 5"}""",
                endpoint: "/customers"
            )
        );
        Assert.Contains("Phone = ***", customer, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, customer, StringComparison.Ordinal);
        Assert.Contains(
            shop.Log.Lines,
            line =>
                line is { Event.Id: 2062 } && line.Text.Contains("rini", StringComparison.Ordinal)
        );

        Task<string> InspectAsync(NotificationKey one) =>
            shop.Http.GetStringAsync($"/ops/ledger/inspect?{ViewerShop.Query(one)}", Cancel);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("not JSON 6281290000001", ViewerShop.Endpoint, "malformed")]
    [InlineData("""{"6281290000001":"6281290000001"}""", ViewerShop.Endpoint, "required")]
    [InlineData(Body, "/another", "no endpoint")]
    public async Task What_cant_be_masked_isnt_shown(string body, string endpoint, string says)
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        var key = await shop.BuryAsync(body, endpoint: endpoint);

        var page = await shop.Http.GetStringAsync(
            $"/ops/ledger/inspect?{ViewerShop.Query(key)}",
            Cancel
        );

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, page, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("replay", 0, 2060)]
    [InlineData("discard", 0, 2061)]
    public async Task A_form_of_the_viewers_own_replays_or_discards(
        string action,
        long dead,
        int log
    )
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        var key = await shop.BuryAsync(Body);

        using var response = await SubmitAsync(
            shop,
            action,
            key,
            ("Sec-Fetch-Site", "same-origin")
        );

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/ops/ledger", response.Headers.Location!.OriginalString);
        Assert.Equal(dead, (await shop.Inbox.CountAsync(Cancel)).Dead);
        var line = Assert.Single(shop.Log.Lines, line => line.Event.Id == log);
        Assert.Contains("rini", line.Text, StringComparison.Ordinal);
        Assert.Contains("notification-1", line.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    [InlineData("X-None", "1")]
    public async Task A_form_of_another_site_changes_nothing(string header, string value)
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        var key = await shop.BuryAsync(Body);

        foreach (var action in new[] { "replay", "discard" })
        {
            using var response = await SubmitAsync(shop, action, key, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(1, (await shop.Inbox.CountAsync(Cancel)).Dead);
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_a_browser_says_only_the_origin_that_decides()
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        var key = await shop.BuryAsync(Body);
        var origin = shop.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

        using var response = await SubmitAsync(shop, "discard", key, ("Origin", origin));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_same_is_had_as_JSON()
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        var key = await shop.BuryAsync(Body);

        using var list = JsonDocument.Parse(
            await shop.Http.GetStringAsync("/ops/ledger/json", Cancel)
        );
        var dead = list.RootElement.GetProperty("dead_letters").EnumerateArray().Single();
        Assert.Equal("unknown order", dead.GetProperty("failure").GetString());
        Assert.Equal(key.BodyHash, dead.GetProperty("hash").GetString());
        var shown = await shop.Http.GetStringAsync(
            $"/ops/ledger/json/inspect?{ViewerShop.Query(key)}",
            Cancel
        );
        Assert.Contains("INV-1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, shown, StringComparison.Ordinal);

        var json =
            $$"""{"client":"{{key.ClientId}}","endpoint":"{{key.Endpoint}}","hash":"{{key.BodyHash}}"}""";
        // As a form of another site could send it.
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync("text/plain", json));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("application/json", "{}"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("application/json", "{"));
        Assert.Equal(1, (await shop.Inbox.CountAsync(Cancel)).Dead);
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("application/json", json));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("application/json", json));
        Assert.Equal(0, (await shop.Inbox.CountAsync(Cancel)).Dead);

        async Task<HttpStatusCode> PostAsync(string type, string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, type);
            using var response = await shop.Http.PostAsync(
                "/ops/ledger/json/discard",
                content,
                Cancel
            );
            return response.StatusCode;
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task What_waits_too_long_is_listed_as_stuck()
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        // No process works on this endpoint, so it waits.
        var key = await shop.BuryAsync(Body, "stuck-1", endpoint: "/another");
        await shop.Inbox.ReplayAsync(key, Cancel);

        Assert.DoesNotContain(
            "stuck-1",
            await shop.Http.GetStringAsync("/ops/ledger", Cancel),
            StringComparison.Ordinal
        );
        shop.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromMilliseconds(1));
        Assert.Contains(
            "stuck-1",
            await shop.Http.GetStringAsync("/ops/ledger", Cancel),
            StringComparison.Ordinal
        );
        var json = await shop.Http.GetFromJsonAsync<JsonElement>("/ops/ledger/json", Cancel);
        Assert.Equal("waiting", json.GetProperty("stuck")[0].GetProperty("state").GetString());
        Assert.True(await shop.Inbox.DiscardAsync(key, Cancel));
        json = await shop.Http.GetFromJsonAsync<JsonElement>("/ops/ledger/json", Cancel);
        Assert.Equal(0, json.GetProperty("stuck").GetArrayLength());
    }

    [Fact(Timeout = 60_000)]
    public async Task Pages_follow_each_other()
    {
        await using var shop = await ViewerShop.OpenAsync(
            _database,
            configure: options => options.PageSize = 2
        );
        for (var number = 1; number <= 3; number++)
        {
            await shop.BuryAsync($"\"{number}\"", $"notification-{number}");
            shop.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await shop.Http.GetFromJsonAsync<JsonElement>("/ops/ledger/json", Cancel);
        var second = await shop.Http.GetFromJsonAsync<JsonElement>(
            $"/ops/ledger/json?{first.GetProperty("next").GetString()}",
            Cancel
        );

        Assert.Equal(2, first.GetProperty("dead_letters").GetArrayLength());
        var last = Assert.Single(second.GetProperty("dead_letters").EnumerateArray().ToList());
        Assert.Equal("notification-3", last.GetProperty("request_id").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_may_not_sees_nothing_and_changes_nothing()
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        var key = await shop.BuryAsync(Body);
        shop.Http.DefaultRequestHeaders.Remove("X-User");

        foreach (var path in new[] { "", "/json", $"/inspect?{ViewerShop.Query(key)}" })
        {
            using var response = await shop.Http.GetAsync("/ops/ledger" + path, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        using var act = await SubmitAsync(shop, "discard", key, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.Unauthorized, act.StatusCode);
        Assert.Equal(1, (await shop.Inbox.CountAsync(Cancel)).Dead);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_program_whose_viewer_anybody_could_reach_doesnt_start(bool isAnonymous)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ViewerShop.OpenAsync(
                _database,
                viewer =>
                {
                    if (isAnonymous)
                    {
                        viewer.RequireAuthorization().AllowAnonymous();
                    }
                }
            )
        );
        Assert.Contains("RequireAuthorization", exception.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Development", false)]
    [InlineData("Production", true)]
    public async Task In_development_or_where_it_is_allowed_anybody_may(
        string environment,
        bool allows
    )
    {
        await using var shop = await ViewerShop.OpenAsync(
            _database,
            _ => { },
            options => options.AllowsAnonymous = allows,
            environment
        );
        shop.Http.DefaultRequestHeaders.Remove("X-User");
        using var response = await shop.Http.GetAsync("/ops/ledger", Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.StartsWith(
            "default-src 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_not_there_is_not_found()
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        using var missing = await shop.Http.GetAsync("/ops/ledger/inspect?hash=1", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var unnamed = await shop.Http.GetAsync("/ops/ledger/inspect", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unnamed.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_console_does_the_same()
    {
        await using var shop = await ViewerShop.OpenAsync(_database);
        var key = await shop.BuryAsync(Body);
        var other = await shop.BuryAsync("{}", "notification-2");
        var hash = key.BodyHash[..12];

        var (code, list) = await RunAsync("list");
        Assert.Equal(0, code);
        Assert.Contains(hash, list, StringComparison.Ordinal);
        Assert.Contains("notification-2", list, StringComparison.Ordinal);
        var (_, shown) = await RunAsync("show", hash);
        Assert.Contains("INV-1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, list + shown, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("discard")).Code);
        Assert.Equal(2, (await RunAsync("discard", "")).Code);
        Assert.Equal(1, (await RunAsync("discard", "no-such-hash")).Code);
        Assert.Equal(2, (await shop.Inbox.CountAsync(Cancel)).Dead);
        await shop.BuryAsync(Body.Replace("INV-1", "INV-2"), "notification-3");
        Assert.Contains(
            "1 erased",
            (await RunAsync("erase", "INV-2")).Text,
            StringComparison.Ordinal
        );
        var page = await shop.Http.GetStringAsync("/ops/ledger", Cancel);
        Assert.Contains("no body", page, StringComparison.Ordinal);
        Assert.Contains(shop.Log.Lines, line => line.Event.Id == 2065);
        Assert.Equal(0, (await RunAsync("replay", hash)).Code);
        Assert.Equal(0, (await RunAsync("discard", other.BodyHash)).Code);
        Assert.Equal(1, (await shop.Inbox.CountAsync(Cancel)).Dead);
        Assert.Contains(shop.Log.Lines, line => line.Event.Id == 2060);
        Assert.Contains(shop.Log.Lines, line => line.Event.Id == 2061);

        async Task<(int Code, string Text)> RunAsync(params string[] arguments)
        {
            await using var output = new StringWriter();
            var exit = await LedgerConsole.RunAsync(shop.Services, arguments, output, Cancel);
            return (exit, output.ToString());
        }
    }

    private static async Task<HttpResponseMessage> SubmitAsync(
        ViewerShop shop,
        string action,
        NotificationKey key,
        (string Name, string Value) header
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ops/ledger/" + action)
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["client"] = key.ClientId,
                    ["endpoint"] = key.Endpoint,
                    ["hash"] = key.BodyHash,
                }
            ),
        };
        request.Headers.Add(header.Name, header.Value);
        return await shop.Http.SendAsync(request, Cancel);
    }
}
