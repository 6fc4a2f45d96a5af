using Doku.Contracts.Vectors;

namespace Doku.Contracts.Transport.Tests.Signing;

public sealed class ConformanceTests
{
    public static TheoryData<string> Positive => Names(VectorFile.Positive);

    public static TheoryData<string> NegativeResponses =>
        Names(VectorFile.Negative.Where(vector => vector.Kind == "response"));

    public static TheoryData<string> NegativeSignatures =>
        Names(VectorFile.Negative.Where(IsForTheSignature));

    [Fact]
    public void The_kit_has_enough_vectors_of_each_kind_and_fault()
    {
        Assert.True(VectorFile.Positive.Count >= 150);
        Assert.True(VectorFile.Negative.Count >= 250);
        string[] kinds = ["notification POST", "request GET", "request POST", "response POST"];
        Assert.Equal(kinds, Kinds(VectorFile.Positive));
        Assert.Equal(kinds, Kinds(VectorFile.Negative));
        var faults = VectorFile.Negative.Select(vector => vector.Fault!).Distinct().ToList();
        Assert.Equal(5, faults.Count);
        Assert.DoesNotContain(VectorFile.Positive, vector => vector.Fault is not null);
        Assert.Equal(
            VectorFile.Positive.Count + VectorFile.Negative.Count,
            VectorFile.Positive.Concat(VectorFile.Negative).Select(v => v.Name).Distinct().Count()
        );
        Assert.Contains(VectorFile.Positive, vector => vector.Body?.Length == 1024 * 1024);
    }

    [Fact]
    public void Each_refused_vector_is_judged_somewhere()
    {
        // What isn't the signature's matter is how often a header comes and whose message it is. Answers are judged
        // with that, notifications by the endpoint's tests; of requests, this library is no receiver.
        var others = VectorFile.Negative.Where(vector => !IsForTheSignature(vector));
        Assert.All(
            others,
            vector =>
                Assert.True(vector.Fault is "header_malformed" or "other_exchange", vector.Name)
        );
    }

    [Theory]
    [MemberData(nameof(Positive))]
    public void Makes_and_accepts(string name)
    {
        var vector = VectorFile.Find(name);
        var message = VectorJudge.Message(vector)!.Value;
        var signature = vector.One("Signature");
        var signer = vector.Keys.Single(key => key.Id == vector.KeyId);
        if (vector.Body is { } body)
        {
            Assert.Equal(vector.Digest, DokuSignature.Digest(body));
        }

        Assert.Equal(vector.StringToSign, Lines.Of(message));
        Assert.Equal(signature, DokuSignature.Compute(message, VectorJudge.Key(signer)));
        var verdict = DokuSignature.Verify(
            message,
            signature,
            VectorJudge.Ring(vector),
            vector.Moment
        );
        Assert.True(verdict.IsValid);
        Assert.Equal(vector.KeyId, verdict.KeyId);
        if (vector.Kind == "response")
        {
            Assert.Equal(vector.KeyId, VectorJudge.JudgeAnswer(vector).KeyId);
        }
    }

    [Theory]
    [MemberData(nameof(NegativeSignatures))]
    public void Refuses_the_signature(string name)
    {
        var vector = VectorFile.Find(name);
        var verdict = DokuSignature.Verify(
            VectorJudge.Message(vector)!.Value,
            vector.One("Signature"),
            VectorJudge.Ring(vector),
            vector.Moment
        );
        Assert.False(verdict.IsValid);
        Assert.Equal(VectorJudge.Fault(vector.Fault!), verdict.Fault);
    }

    [Theory]
    [MemberData(nameof(NegativeResponses))]
    public void Refuses_the_answer(string name)
    {
        var vector = VectorFile.Find(name);
        // An answer has always a body, if one of no bytes; the framework knows no other.
        var verdict = VectorJudge.JudgeAnswer(vector);
        Assert.False(verdict.IsValid);
        // A text that can't be a header's differs from the expected one, too.
        SignatureFault[] faults =
            vector.Fault == "header_malformed"
                ? [SignatureFault.HeaderMalformed, SignatureFault.OtherExchange]
                : [VectorJudge.Fault(vector.Fault!)];
        Assert.Contains(verdict.Fault, faults);
    }

    private static bool IsForTheSignature(MessageVector vector) =>
        VectorJudge.Message(vector) is not null && vector.Fault != "other_exchange";

    private static IEnumerable<string> Kinds(IEnumerable<MessageVector> vectors) =>
        vectors.Select(vector => $"{vector.Kind} {vector.Method}").Distinct().Order();

    private static TheoryData<string> Names(IEnumerable<MessageVector> vectors) =>
        [.. vectors.Select(vector => vector.Name)];
}
