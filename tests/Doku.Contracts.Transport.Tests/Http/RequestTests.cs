using System.Text;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Transport.Tests.Http;

public sealed class RequestTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Sends_the_very_bytes_that_were_signed()
    {
        await _bench.SendAsync("Kopi é", "order-7");
        var sent = Assert.Single(_bench.Doku.Sent);
        Assert.Equal("""{"id":"Kopi é"}""", Encoding.UTF8.GetString(sent.Body!));
        Assert.Equal("https://api-sandbox.doku.com/parcels/v1/send", sent.Address.ToString());
        Assert.Equal(FakeDoku.ClientId, sent.One("Client-Id"));
        Assert.Equal("order-7", sent.RequestId);
        Assert.Equal("2026-11-22T01:51:00Z", sent.Stamp);
        Assert.Equal(Expected(sent, "/parcels/v1/send"), sent.Signature);
    }

    [Fact]
    public async Task Signs_a_call_without_body_without_digest()
    {
        await _bench.FindAsync("/parcels/v1/P%2F1%41");
        var sent = Assert.Single(_bench.Doku.Sent);
        Assert.Null(sent.Body);
        // Neither escape is undone: the path travels as it was signed.
        Assert.Equal("/parcels/v1/P%2F1%41", sent.Address.AbsolutePath);
        Assert.Equal(Expected(sent, "/parcels/v1/P%2F1%41"), sent.Signature);
    }

    [Theory]
    [InlineData(false, "/parcels/v1/P-1")]
    [InlineData(true, "/parcels/v1/P-1?a=%20b")]
    public async Task A_query_counts_only_where_the_options_say_so(bool counts, string signed)
    {
        using var bench = new Bench(configure: options =>
            options.RequestTargetIncludesQuery = counts
        );
        bench.Doku.Answer = request =>
            FakeDoku.Signed(request, 200, """{"id":"a"}""", new() { Target = signed });
        var outcome = await bench.FindAsync("/parcels/v1/P-1?a=%20b");
        var sent = Assert.Single(bench.Doku.Sent);
        Assert.Equal("?a=%20b", sent.Address.Query);
        Assert.Equal(Expected(sent, signed), sent.Signature);
        Assert.IsType<Accepted<Parcel>>(outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("parcels")]
    [InlineData("//other.example/parcels")]
    [InlineData("https://other.example/parcels")]
    [InlineData("/parcels/../orders")]
    [InlineData("/parcels/.")]
    [InlineData("/parcels/%2e%2E/orders")]
    [InlineData("/parcels/P 1")]
    [InlineData("/parcels/é")]
    [InlineData("/parcels#1")]
    [InlineData("/parcels\\1")]
    [InlineData("/parcels\n")]
    public async Task Refuses_a_path_that_would_not_travel_as_it_is_signed(string target)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _bench.FindAsync(target));
        Assert.Empty(_bench.Doku.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\nRequest-Timestamp:x")]
    [InlineData("é")]
    public async Task Refuses_a_Request_Id_that_is_not_visible_ASCII(string requestId)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _bench.SendAsync(requestId: requestId));
        Assert.Empty(_bench.Doku.Sent);
    }

    [Fact]
    public async Task A_Request_Id_has_at_most_128_characters()
    {
        var longest = new string('x', 128);
        Assert.Equal(longest, (await _bench.SendAsync(requestId: longest)).RequestId);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _bench.SendAsync(requestId: longest + "x")
        );
    }

    [Fact]
    public async Task Makes_a_time_ordered_Request_Id_for_each_call_that_brings_none()
    {
        var first = await _bench.SendAsync();
        var second = await _bench.SendAsync();
        Assert.NotEqual(first.RequestId, second.RequestId);
        Assert.Equal(7, Guid.Parse(first.RequestId).Version);
        Assert.True(string.CompareOrdinal(first.RequestId, second.RequestId) < 0);
    }

    [Fact]
    public async Task A_body_that_breaks_its_contract_never_reaches_the_network()
    {
        var exception = await Assert.ThrowsAsync<ContractException>(() =>
            _bench.SendAsync(new string('x', 41))
        );
        Assert.Equal("/id", Assert.Single(exception.Errors).Pointer);
        Assert.Empty(_bench.Doku.Sent);
    }

    [Fact]
    public async Task A_call_that_is_given_up_says_under_which_Request_Id_it_was_made()
    {
        using var giveUp = new CancellationTokenSource();
        _bench.Doku.Answer = _ =>
        {
            giveUp.Cancel();
            throw new OperationCanceledException(giveUp.Token);
        };
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            _bench.SendAsync(requestId: "order-7", cancellationToken: giveUp.Token)
        );
        Assert.Equal(giveUp.Token, exception.CancellationToken);
        Assert.Contains("order-7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_has_an_unknown_outcome()
    {
        _bench.Doku.Answer = request =>
        {
            _bench.Clock.Advance(TimeSpan.FromMinutes(2));
            throw new OperationCanceledException();
        };
        var unknown = Assert.IsType<OutcomeUnknown<Parcel>>(await _bench.SendAsync());
        Assert.Equal(UnknownReason.TimedOut, unknown.Reason);
    }

    [Fact]
    public async Task A_key_that_ends_while_the_program_runs_signs_no_more()
    {
        using var bench = new Bench(configure: options =>
        {
            options.SecretKey = null;
            options.Keys.Add(
                new DokuKey
                {
                    Id = "this-year",
                    Secret = FakeDoku.Secret,
                    NotAfter = Bench.Start.AddHours(1),
                }
            );
        });
        await bench.SendAsync();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.SendAsync());
        Assert.Single(bench.Doku.Sent);
    }

    public void Dispose() => _bench.Dispose();

    private static string Expected(SentRequest sent, string target) =>
        Signer.Sign(
            FakeDoku.Secret,
            "Request-Timestamp",
            FakeDoku.ClientId,
            sent.RequestId,
            sent.Stamp,
            target,
            sent.Body
        );
}
