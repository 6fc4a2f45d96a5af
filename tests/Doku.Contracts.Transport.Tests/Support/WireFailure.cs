using System.Globalization;
using System.Net;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>What may go wrong with an attempt, and what an outcome is called when every attempt goes so.</summary>
/// <param name="Outcome">The outcome in the words of <see cref="OutcomeWords"/>.</param>
/// <param name="MayHaveTakenEffect">Whether an order may stand behind such an attempt.</param>
internal sealed record WireFailure(string Outcome, bool MayHaveTakenEffect)
{
    internal static IReadOnlyDictionary<string, WireFailure> All { get; } =
        new Dictionary<string, WireFailure>(StringComparer.Ordinal)
        {
            ["400"] = new("refused 400", false),
            ["408"] = new("unknown TimedOut", true),
            ["409 replay"] = new("replayed", true),
            ["429"] = new("refused 429", false),
            ["500"] = new("unknown ServerFailed", true),
            ["502"] = new("unknown ServerFailed", true),
            ["503"] = new("unknown ServerFailed", true),
            ["504"] = new("unknown ServerFailed", true),
            ["no connection"] = new("unknown NotReached", false),
            ["connection lost"] = new("unknown ConnectionLost", true),
            ["silence"] = new("unknown TimedOut", true),
            ["body breaks off"] = new("unknown ConnectionLost", true),
            ["unsigned success"] = new("unknown AnswerNotVerified", true),
        };

    /// <summary>Lets attempts fail: the n-th, counted from one, as <paramref name="failureOf"/> says; null succeeds.</summary>
    internal static void Plan(FakeDoku doku, Func<int, string?> failureOf)
    {
        doku.Silence = _ =>
            failureOf(doku.Sent.Count) == "silence" ? TimeSpan.FromSeconds(13) : null;
        doku.Answer = request => Answer(request, failureOf(doku.Sent.Count));
    }

    private static HttpResponseMessage Answer(SentRequest request, string? failure) =>
        failure switch
        {
            null => FakeDoku.Signed(request, 200, """{"id":"new"}"""),
            "409 replay" => FakeDoku.Signed(request, 409, """{"id":"original"}"""),
            "unsigned success" => FakeDoku.Unsigned(200, """{"id":"forged"}"""),
            "no connection" => throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                "refused"
            ),
            "connection lost" => throw new HttpRequestException("reset"),
            "body breaks off" => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StreamContent(new BreakingStream()),
            },
            _ => FakeDoku.Unsigned(
                int.Parse(failure, CultureInfo.InvariantCulture),
                """{"error":{"code":"no"}}"""
            ),
        };
}
