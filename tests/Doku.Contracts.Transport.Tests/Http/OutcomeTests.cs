using System.IO.Compression;
using System.Net;
using System.Text;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Transport.Tests.Http;

public sealed class OutcomeTests : IDisposable
{
    private const string Answer = """{"id":"answer","new_field":[1]}""";
    private const string Error =
        """{"error":{"code":"invalid_signature","message":"no","type":"invalid_request_error"}}""";

    private readonly Bench _bench = new();

    // Each status, signed or not, with an answer, an error and rubbish.
    [Theory]
    [InlineData(200, true, Answer, "accepted")]
    [InlineData(200, false, Answer, "unknown AnswerNotVerified")]
    [InlineData(200, true, Error, "unknown AnswerNotReadable")]
    [InlineData(200, true, "{}", "unknown AnswerNotReadable")]
    [InlineData(200, true, "", "unknown AnswerNotReadable")]
    [InlineData(200, false, "<html>", "unknown AnswerNotVerified")]
    [InlineData(201, true, Answer, "accepted")]
    [InlineData(204, false, "", "unknown AnswerNotVerified")]
    [InlineData(302, true, Answer, "unknown AnswerNotReadable")]
    [InlineData(302, false, "", "unknown AnswerNotVerified")]
    [InlineData(307, false, "<html>", "unknown AnswerNotVerified")]
    [InlineData(308, true, Error, "unknown AnswerNotReadable")]
    [InlineData(100, false, "", "unknown AnswerNotVerified")]
    [InlineData(200, true, "<html>", "unknown AnswerNotReadable")]
    [InlineData(200, true, """{"id":"answ""", "unknown AnswerNotReadable")]
    [InlineData(200, true, """{"id":"answer"}}""", "unknown AnswerNotReadable")]
    [InlineData(200, true, """{"id":"a","id":"b"}""", "unknown AnswerNotReadable")]
    [InlineData(200, true, """["id"]""", "unknown AnswerNotReadable")]
    [InlineData(400, true, Error, "refused signed")]
    [InlineData(400, false, Error, "refused")]
    [InlineData(400, true, Answer, "refused signed")]
    [InlineData(400, false, """{"error_messages":["no"]}""", "refused")]
    [InlineData(400, false, """{"message":["no"]}""", "refused")]
    [InlineData(400, false, Answer, "unknown AnswerNotVerified")]
    [InlineData(401, false, "", "unknown AnswerNotVerified")]
    [InlineData(401, true, "", "refused signed")]
    [InlineData(404, false, "<html>", "unknown AnswerNotVerified")]
    [InlineData(404, false, """{"message":"no Route"}""", "unknown AnswerNotVerified")]
    [InlineData(404, false, """{"error":"Not Found"}""", "unknown AnswerNotVerified")]
    [InlineData(404, false, """{"error":{"code":404}}""", "unknown AnswerNotVerified")]
    [InlineData(404, true, """{"message":"no order"}""", "refused signed")]
    [InlineData(408, true, Error, "unknown TimedOut")]
    [InlineData(409, true, Answer, "replayed")]
    [InlineData(409, false, Answer, "unknown AnswerNotVerified")]
    [InlineData(409, true, Error, "refused signed")]
    [InlineData(409, false, Error, "refused")]
    [InlineData(409, false, """{"message":"conflict"}""", "unknown AnswerNotVerified")]
    [InlineData(409, true, """{"message":"conflict"}""", "refused signed")]
    [InlineData(409, true, """{"message":"conflict","id":"answer"}""", "replayed")]
    [InlineData(409, true, """{"error_messages":["conflict"],"id":"answer"}""", "refused signed")]
    [InlineData(409, true, "{}", "unknown AnswerNotReadable")]
    [InlineData(409, false, "<html>", "unknown AnswerNotVerified")]
    [InlineData(422, false, Error, "refused")]
    [InlineData(429, false, "", "unknown AnswerNotVerified")]
    [InlineData(429, false, Error, "refused")]
    [InlineData(500, true, Answer, "unknown ServerFailed")]
    [InlineData(502, false, "<html>", "unknown ServerFailed")]
    [InlineData(503, true, Error, "unknown ServerFailed")]
    [InlineData(599, false, "", "unknown ServerFailed")]
    [InlineData(600, false, "", "unknown ServerFailed")]
    public async Task Status_signature_and_body_decide(
        int status,
        bool isSigned,
        string body,
        string expected
    )
    {
        _bench.Doku.Answer = request =>
            isSigned ? FakeDoku.Signed(request, status, body) : FakeDoku.Unsigned(status, body);
        var outcome = await _bench.SendAsync(requestId: "stored-id");
        Assert.Equal(expected, Describe(outcome));
        Assert.Equal("stored-id", outcome.RequestId);
    }

    public static TheoryData<string> WrongAnswers => [.. Forms.Keys];

    private static readonly Dictionary<string, AnswerForm> Forms = new(StringComparer.Ordinal)
    {
        ["another merchant's"] = new() { ClientId = "MCH-0002-1" },
        ["to another call"] = new() { RequestId = "another" },
        ["for another path"] = new() { Target = "/parcels/v1/other" },
        ["under another key"] = new() { Secret = "SK-other" },
        ["with another body"] = new() { SentBody = """{"id":"answeR","new_field":[1]}""" },
        ["with a request's stamp"] = new() { StampName = "Request-Timestamp" },
        ["with a stamp that breaks the lines"] = new() { Stamp = "2026 11" },
        ["without Client-Id"] = new() { Missing = "Client-Id" },
        ["without Request-Id"] = new() { Missing = "Request-Id" },
        ["without stamp"] = new() { Missing = "Response-Timestamp" },
        ["without signature"] = new() { Missing = "Signature" },
        ["with two Client-Ids"] = new() { Twice = "Client-Id" },
        ["with two Request-Ids"] = new() { Twice = "Request-Id" },
        ["with two stamps"] = new() { Twice = "Response-Timestamp" },
        ["with two signatures"] = new() { Twice = "Signature" },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task A_wrongly_signed_success_is_never_a_success(string which)
    {
        foreach (var status in new[] { 200, 409 })
        {
            _bench.Doku.Answer = request => FakeDoku.Signed(request, status, Answer, Forms[which]);
            Assert.Equal("unknown AnswerNotVerified", Describe(await _bench.SendAsync()));
        }
    }

    [Fact]
    public async Task A_lost_connection_leaves_the_outcome_unknown()
    {
        _bench.Doku.Answer = _ => throw new HttpRequestException("reset");
        var unknown = Assert.IsType<OutcomeUnknown<Parcel>>(await _bench.SendAsync());
        Assert.Equal(UnknownReason.ConnectionLost, unknown.Reason);
        Assert.IsType<HttpRequestException>(unknown.Cause);
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_the_outcome_unknown()
    {
        _bench.Doku.Answer = _ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new BreakingStream()),
        };
        Assert.Equal("unknown ConnectionLost", Describe(await _bench.SendAsync()));
    }

    [Fact]
    public async Task An_answer_over_the_cap_is_not_read()
    {
        var huge = $$"""{"id":"answer","x":"{{new string('x', DokuAnswer.MaxBytes)}}"}""";
        _bench.Doku.Answer = request => FakeDoku.Signed(request, 200, huge);
        Assert.Equal("unknown AnswerNotVerified", Describe(await _bench.SendAsync()));

        _bench.Doku.Answer = request =>
        {
            var response = FakeDoku.Signed(request, 200, huge);
            // Without a declared length, as in a chunked answer.
            response.Content = new StreamContent(
                new UnseekableStream(Encoding.UTF8.GetBytes(huge))
            );
            return response;
        };
        Assert.Equal("unknown AnswerNotVerified", Describe(await _bench.SendAsync()));
    }

    [Fact]
    public async Task An_answer_shorter_than_it_was_signed_is_no_success()
    {
        foreach (var length in Enumerable.Range(0, Answer.Length))
        {
            _bench.Doku.Answer = request =>
                FakeDoku.Signed(request, 200, Answer, new() { SentBody = Answer[..length] });
            Assert.Equal("unknown AnswerNotVerified", Describe(await _bench.SendAsync()));
        }
    }

    [Fact]
    public async Task An_answer_that_was_compressed_on_the_way_is_no_success()
    {
        _bench.Doku.Answer = request =>
        {
            var response = FakeDoku.Signed(request, 200, Answer);
            using var compressed = new MemoryStream();
            using (var gzip = new GZipStream(compressed, CompressionMode.Compress))
            {
                gzip.Write(Encoding.UTF8.GetBytes(Answer));
            }

            response.Content = new ByteArrayContent(compressed.ToArray());
            response.Content.Headers.ContentEncoding.Add("gzip");
            return response;
        };
        Assert.Equal("unknown AnswerNotVerified", Describe(await _bench.SendAsync()));
        // Nothing asked for it.
        Assert.False(Assert.Single(_bench.Doku.Sent).Headers.ContainsKey("Accept-Encoding"));
    }

    [Theory]
    [InlineData(Error, "invalid_signature", "invalid_request_error", "no")]
    [InlineData("""{"error_messages":["a","b"]}""", null, null, "a|b")]
    [InlineData("""{"message":"a"}""", null, null, "a")]
    [InlineData("""{"message":["a","b"],"code":"c"}""", null, null, "a|b")]
    [InlineData("""{"error":"text","message":null}""", null, null, "text")]
    [InlineData("""{"error":{"code":7,"message":"\ud800"}}""", null, null, "")]
    [InlineData("[]", null, null, "")]
    [InlineData("<html>", null, null, "")]
    public async Task Reads_the_three_shapes_of_errors(
        string body,
        string? code,
        string? kind,
        string messages
    )
    {
        _bench.Doku.Answer = request => FakeDoku.Signed(request, 400, body);
        var refusal = Assert.IsType<Refused<Parcel>>(await _bench.SendAsync()).Refusal;
        Assert.Equal(400, refusal.Status);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(kind, refusal.Kind);
        Assert.Equal(messages, string.Join('|', refusal.Messages));
        Assert.Equal(body, Encoding.UTF8.GetString(refusal.RawBody.Span));
    }

    public void Dispose() => _bench.Dispose();

    private static string Describe(ContractOutcome<Parcel> outcome) =>
        outcome.Match(
            accepted => accepted.IsReplay ? "replayed" : "accepted",
            refused => refused.Refusal.IsVerified ? "refused signed" : "refused",
            unknown => $"unknown {unknown.Reason}"
        );
}
