using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

/// <summary>A wrong signature is explained: which part differs, and by what mistake.</summary>
public sealed class VerdictTests : IAsyncLifetime
{
    private const string Stamp = "2026-11-22T01:51:00Z";
    private static readonly byte[] Body = Bodies.Valid();
    private DokuSandbox _sandbox = null!;
    private Shop _shop = null!;

    public static TheoryData<string, string, string> Mistakes { get; } =
        new()
        {
            { "Client-Id", "client-of-another", "'other' was signed" },
            { "Request-Id", "request-capitals", "capital letters" },
            { "Request-Timestamp", "timestamp-older", "3 s older" },
            { "Request-Timestamp", "timestamp-jakarta", "another form" },
            { "Request-Target", "target-with-host", "whole address" },
            { "Request-Target", "target-other", "another operation" },
            { "Request-Target", "target-no-slash", "slash at the beginning" },
            { "Digest", "digest-hex", "hexadecimal" },
            { "Digest", "digest-missing", "left out" },
            { "Digest", "digest-of-empty", "empty body" },
            { "Digest", "digest-of-pretty", "written anew" },
            { "Secret key", "key-line-feed", "line feed" },
            { "Secret key", "key-of-another", "'other'" },
            { "Signature", "layout-line-feed", "after the last line" },
            { "Signature", "layout-crlf", "CR LF" },
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await DokuSandbox.StartAsync(
            options =>
            {
                options.StoppedAt = new DateTimeOffset(2026, 11, 22, 1, 51, 0, TimeSpan.Zero);
                options.UseSocket = false;
                options.Merchants.Add(new SandboxMerchantOptions { Name = "other" });
            },
            Cancellation
        );
        _shop = new Shop(_sandbox, handler: _sandbox.CreateHandler());
    }

    public ValueTask DisposeAsync()
    {
        _shop.Dispose();
        return _sandbox.DisposeAsync();
    }

    [Theory, MemberData(nameof(Mistakes))]
    public async Task Names_the_part_that_differs_and_the_mistake(
        string component,
        string mistake,
        string words
    )
    {
        var verdict = await JudgeAsync(Sign(mistake));

        Assert.False(verdict.IsValid);
        var wrong = Assert.Single(
            verdict.Components,
            one => one.State != SignatureComponentState.Correct
        );
        Assert.Equal((component, SignatureComponentState.Wrong), (wrong.Name, wrong.State));
        Assert.Contains(words, wrong.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_two_mistakes_at_once()
    {
        var other = _sandbox.Merchants["other"];
        var lines = Lines(digest: Convert.ToHexStringLower(SHA256.HashData(Body)));

        var verdict = await JudgeAsync(Mac(lines, other.SecretKey));

        Assert.Equal(
            ["Digest", "Secret key"],
            verdict
                .Components.Where(one => one.State == SignatureComponentState.Wrong)
                .Select(one => one.Name)
        );
    }

    [Fact]
    public async Task Recognises_a_signature_in_hexadecimal()
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(_sandbox.SecretKey));
        var hex = Convert.ToHexStringLower(hmac.ComputeHash(Encoding.UTF8.GetBytes(Lines())));

        var verdict = await JudgeAsync("HMACSHA256=" + hex);

        var wrong = Assert.Single(
            verdict.Components,
            one => one.State != SignatureComponentState.Correct
        );
        Assert.Equal("Signature", wrong.Name);
        Assert.Contains("hexadecimal", wrong.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_it_can_not_tell_when_no_known_mistake_fits()
    {
        var verdict = await JudgeAsync(Mac(Lines(), "SK-nobody-knows"));

        Assert.False(verdict.IsValid);
        Assert.All(
            verdict.Components,
            one => Assert.Equal(SignatureComponentState.Unknown, one.State)
        );
        Assert.Equal(Lines(), verdict.StringToSign);
    }

    [Fact]
    public async Task Names_the_header_that_is_missing()
    {
        var verdict = await JudgeAsync(null);

        var signature = verdict.Components[^1];
        Assert.Equal(
            ("Signature", SignatureComponentState.Missing),
            (signature.Name, signature.State)
        );
    }

    [Fact]
    public async Task Calls_every_part_of_a_good_signature_correct()
    {
        await _shop.OrderAsync(Body);

        var exchange = Assert.Single(_sandbox.Exchanges);
        Assert.True(exchange.Signature!.IsValid);
        Assert.Equal(7, exchange.Signature.Components.Count);
        Assert.All(
            exchange.Signature.Components,
            one => Assert.Equal(SignatureComponentState.Correct, one.State)
        );
    }

    [Fact]
    public async Task Tells_the_caller_no_more_than_that_it_does_not_match()
    {
        await JudgeAsync(Sign("digest-hex"));

        var answer = JsonNode.Parse(_sandbox.Exchanges[^1].AnswerBody.Span)!;
        Assert.Equal("Signature does not match the request", (string?)answer["error"]!["message"]);
    }

    [Fact]
    public async Task Keeps_the_secret_key_out_of_the_verdict()
    {
        var verdict = await JudgeAsync(Sign("key-line-feed"));

        Assert.DoesNotContain(
            verdict.Components,
            one =>
                $"{one.Value} {one.Note} {verdict.StringToSign}".Contains(
                    _sandbox.SecretKey,
                    StringComparison.Ordinal
                )
        );
    }

    private string Sign(string mistake)
    {
        var other = _sandbox.Merchants["other"];
        var key = _sandbox.SecretKey;
        var digest = Convert.ToBase64String(SHA256.HashData(Body));
        var pretty = JsonNode.Parse(Body)!.ToJsonString(new() { WriteIndented = true });
        return mistake switch
        {
            "client-of-another" => Mac(Lines(client: other.ClientId), key),
            "request-capitals" => Mac(Lines(request: "R-ABC"), key),
            "timestamp-older" => Mac(Lines(stamp: "2026-11-22T01:50:57Z"), key),
            "timestamp-jakarta" => Mac(Lines(stamp: "2026-11-22T08:51:00+07:00"), key),
            "target-with-host" => Mac(
                Lines(target: "http://doku.localhost" + Shop.GenerateOrder),
                key
            ),
            "target-other" => Mac(Lines(target: "/orders/v1/status/{reference}"), key),
            "target-no-slash" => Mac(Lines(target: Shop.GenerateOrder[1..]), key),
            "digest-hex" => Mac(
                Lines(digest: Convert.ToHexStringLower(SHA256.HashData(Body))),
                key
            ),
            "digest-missing" => Mac(
                Lines().Replace($"\nDigest:{digest}", "", StringComparison.Ordinal),
                key
            ),
            "digest-of-empty" => Mac(
                Lines(digest: Convert.ToBase64String(SHA256.HashData([]))),
                key
            ),
            "digest-of-pretty" => Mac(
                Lines(
                    digest: Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(pretty)))
                ),
                key
            ),
            "key-line-feed" => Mac(Lines(), key + "\n"),
            "key-of-another" => Mac(Lines(), other.SecretKey),
            "layout-line-feed" => Mac(Lines() + "\n", key),
            "layout-crlf" => Mac(Lines().Replace("\n", "\r\n", StringComparison.Ordinal), key),
            _ => throw new ArgumentOutOfRangeException(nameof(mistake)),
        };
    }

    private string Lines(
        string? client = null,
        string request = "r-abc",
        string stamp = Stamp,
        string target = Shop.GenerateOrder,
        string? digest = null
    ) =>
        $"Client-Id:{client ?? _sandbox.ClientId}\nRequest-Id:{request}\nRequest-Timestamp:{stamp}\n"
        + $"Request-Target:{target}\nDigest:{digest ?? Convert.ToBase64String(SHA256.HashData(Body))}";

    private static string Mac(string lines, string key)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(key));
        return "HMACSHA256="
            + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(lines)));
    }

    private async Task<SignatureVerdict> JudgeAsync(string? signature)
    {
        var request = _shop.Post(Body, "r-abc");
        request.Headers.Remove("Signature");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Signature", signature);
        }
        Assert.Equal(401, (int)(await _shop.SendAsync(request)).Status);
        return _sandbox.Exchanges[^1].Signature!;
    }
}
