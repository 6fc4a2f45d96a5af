using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Transport.Tests.Http;

/// <summary>
/// Wherever a program puts something that tries again, it must stand above the signature: one Request-Id and one body for
/// the call, a time stamp and a signature for each attempt.
/// </summary>
public sealed class RetryMatrixTests
{
    private const int Attempts = RetryPlace.Attempts;

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (var place in RetryPlace.All.Keys)
            {
                foreach (var failure in WireFailure.All.Keys)
                {
                    cases.Add(place, failure, true);
                    cases.Add(place, failure, false);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_failure_that_goes_on_ends_as_its_kind_says(
        string place,
        string failure,
        bool isPost
    )
    {
        using var bench = RetryPlace.All[place].Open();
        WireFailure.Plan(bench.Doku, _ => failure);

        var outcome = await SendAsync(bench, isPost);

        Assert.Equal(WireFailure.All[failure].Outcome, outcome.Words());
        AssertSignedAnew(bench.Doku.Sent, outcome.RequestId, Expected(place, failure, Attempts));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_failure_that_passes_ends_well_where_the_call_is_tried_again(
        string place,
        string failure,
        bool isPost
    )
    {
        using var bench = RetryPlace.All[place].Open();
        WireFailure.Plan(bench.Doku, attempt => attempt == 1 ? failure : null);

        var outcome = await SendAsync(bench, isPost);

        var attempts = Expected(place, failure, 2);
        Assert.Equal(
            attempts == 2 ? "accepted" : WireFailure.All[failure].Outcome,
            outcome.Words()
        );
        AssertSignedAnew(bench.Doku.Sent, outcome.RequestId, attempts);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_replay_after_a_lost_answer_is_a_success(
        string place,
        string failure,
        bool isPost
    )
    {
        using var bench = RetryPlace.All[place].Open();
        WireFailure.Plan(bench.Doku, attempt => attempt == 1 ? failure : "409 replay");

        var outcome = await SendAsync(bench, isPost);

        var attempts = Expected(place, failure, 2);
        Assert.Equal(
            attempts == 2 ? "replayed" : WireFailure.All[failure].Outcome,
            outcome.Words()
        );
        AssertSignedAnew(bench.Doku.Sent, outcome.RequestId, attempts);
    }

    // The repeat of an order that exists is refused as well, because its invoice number is taken.
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_refusal_settles_a_call_only_if_no_other_attempt_may_have_taken_effect(
        string place,
        string failure,
        bool isPost
    )
    {
        using var bench = RetryPlace.All[place].Open();
        WireFailure.Plan(bench.Doku, attempt => attempt == 1 ? failure : "400");

        var outcome = await SendAsync(bench, isPost);

        var attempts = Expected(place, failure, 2);
        Assert.Equal(
            attempts == 1 ? WireFailure.All[failure].Outcome
                // A GET takes no effect, ever.
                : isPost && WireFailure.All[failure].MayHaveTakenEffect ? "unknown RefusedLater 400"
                : "refused 400",
            outcome.Words()
        );
        AssertSignedAnew(bench.Doku.Sent, outcome.RequestId, attempts);
    }

    private static int Expected(string place, string failure, int attempts) =>
        RetryPlace.All[place].TriesAgain.Contains(failure) ? attempts : 1;

    private static Task<ContractOutcome<Parcel>> SendAsync(Bench bench, bool isPost) =>
        isPost ? bench.SendAsync() : bench.FindAsync();

    internal static void AssertSignedAnew(
        IReadOnlyList<SentRequest> sent,
        string requestId,
        int attempts
    )
    {
        Assert.Equal(attempts, sent.Count);
        Assert.Equal(attempts, sent.Select(attempt => attempt.Stamp).Distinct().Count());
        Assert.Equal(attempts, sent.Select(attempt => attempt.Signature).Distinct().Count());
        Assert.All(
            sent,
            attempt =>
            {
                Assert.Equal(requestId, attempt.RequestId);
                Assert.Equal(sent[0].Body, attempt.Body);
                Assert.Equal(Signature(attempt, requestId), attempt.Signature);
            }
        );
    }

    private static string Signature(SentRequest attempt, string requestId) =>
        Signer.Sign(
            FakeDoku.Secret,
            "Request-Timestamp",
            attempt.One("Client-Id"),
            requestId,
            attempt.Stamp,
            attempt.Address.AbsolutePath,
            attempt.Body
        );
}
