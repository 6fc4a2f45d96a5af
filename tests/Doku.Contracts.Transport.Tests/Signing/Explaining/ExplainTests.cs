using System.Text;

namespace Doku.Contracts.Transport.Tests.Signing.Explaining;

public sealed class ExplainTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly WrongSigner Right = new();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, MistakeCase.All.Count)];

    [Fact]
    public void Each_mistake_of_the_table_has_a_case_and_a_name_of_its_own()
    {
        var names = SignatureMistake.All.Select(mistake => mistake.Name).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            MistakeCase.All.Select(item => item.Mistake).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Names_the_mistake_its_component_and_that_the_rest_is_the_same(int index)
    {
        var item = MistakeCase.All[index];
        var component = SignatureMistake.All.Single(m => m.Name == item.Mistake).Component;
        var explanation = Explain(
            item.Arrived.Message(),
            item.Signer.Sign(),
            item.ReceiverSecret,
            item.Hints
        );
        Assert.False(explanation.Verdict.IsValid);
        Assert.True(explanation.IsExplained, $"{item}\n{explanation}");
        Assert.Equal(item.Mistake, explanation[component].Mistake);
        Assert.Equal(ComponentState.Differs, explanation[component].State);
        Assert.All(
            explanation.Findings.Where(finding => finding.Component != component),
            finding => Assert.Equal(ComponentState.Same, finding.State)
        );
        Assert.True(explanation.Attempts < 150, $"{explanation.Attempts}");
        AssertSaysNothingSecret(explanation, item.Signer.Sign());
    }

    [Fact]
    public void Finds_one_mistake_beside_a_wrong_spelling()
    {
        var signer = Right with { Body = WrongSigner.RightBody + "\n" };
        var explanation = Explain(Right.Message(), Convert.ToHexStringLower(signer.Mac()));
        Assert.True(explanation.IsExplained);
        Assert.Equal("signature-prefix-missing", explanation[SignatureComponent.Signature].Mistake);
        Assert.Equal("body-line-end-added", explanation[SignatureComponent.Body].Mistake);
    }

    [Fact]
    public void A_signature_that_holds_needs_no_trying()
    {
        var explanation = Explain(Right.Message(), Right.Sign());
        Assert.True(explanation.Verdict.IsValid);
        Assert.True(explanation.IsExplained);
        Assert.Equal(0, explanation.Attempts);
        Assert.All(
            explanation.Findings,
            finding => Assert.Equal(ComponentState.Same, finding.State)
        );
        Assert.StartsWith("The signature holds.", explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_what_differs_from_the_expected_message_though_the_signature_holds()
    {
        var expected = (Right with { RequestId = "Canary-Request-2" }).Message();
        var explanation = Explain(
            Right.Message(),
            Right.Sign(),
            hints: new SignatureHints { Expected = expected }
        );
        var finding = explanation[SignatureComponent.RequestId];
        Assert.Equal(ComponentState.Differs, finding.State);
        Assert.Contains("from character 16 on", finding.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-2, "no longer counts")]
    [InlineData(2, "doesn't count yet")]
    public void Names_the_key_that_does_not_count_at_the_moment(int hours, string words)
    {
        var key = new DokuKey { Id = "former", Secret = WrongSigner.RightSecret };
        key.NotAfter = hours < 0 ? Now.AddHours(hours) : null;
        key.NotBefore = hours > 0 ? Now.AddHours(hours) : null;
        var ring = new DokuKeyRing(new DokuKey { Id = "current", Secret = "SK-other" }, key);
        var explanation = DokuSignature.Explain(Right.Message(), Right.Sign(), ring, Now);
        var finding = explanation[SignatureComponent.Key];
        Assert.Equal(SignatureFault.Mismatch, explanation.Verdict.Fault);
        Assert.True(explanation.IsExplained);
        Assert.Equal("key-outside-its-time", finding.Mistake);
        Assert.Contains($"key former, which {words}", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_nothing_is_tried()
    {
        var explanation = DokuSignature.Explain(
            Right.Message(),
            Right.Sign(),
            new DokuKeyRing(),
            Now
        );
        Assert.False(explanation.IsExplained);
        Assert.Equal(0, explanation.Attempts);
        Assert.Equal("key-none", explanation[SignatureComponent.Key].Mistake);
    }

    [Fact]
    public void What_cannot_be_explained_says_what_to_check_within_a_bounded_number_of_attempts()
    {
        var signature = (Right with { Secret = "another" }).Sign();
        var keys = Enumerable
            .Range(0, 10)
            .Select(i => new DokuKey { Id = $"k{i}", Secret = $"SK-canarysecret-{i}" });
        var hints = new SignatureHints
        {
            Expected = (Right with { Body = "{}", Target = "/x" }).Message(),
            Address = new Uri("https://toko.example:8443/base/Canary?q=1"),
            OtherTimestamp = "canary",
        };
        var explanation = DokuSignature.Explain(
            Right.Message(),
            signature,
            new DokuKeyRing(keys),
            Now,
            hints
        );
        Assert.False(explanation.IsExplained);
        Assert.InRange(explanation.Attempts, 100, (4 * 150) + 10);
        Assert.Equal(ComponentState.Unknown, explanation[SignatureComponent.ClientId].State);
        Assert.Equal("body-unexpected", explanation[SignatureComponent.Body].Mistake);
        Assert.Contains("Check, in this order", explanation.ToString(), StringComparison.Ordinal);
        AssertSaysNothingSecret(explanation, signature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Canary value with a space")]
    [InlineData("canary\ninjected")]
    public void A_text_that_no_header_can_carry_is_named(string text)
    {
        var message = Right.Message() with { RequestId = text };
        var explanation = Explain(message, Right.Sign());
        Assert.Equal(SignatureFault.HeaderMalformed, explanation.Verdict.Fault);
        Assert.Equal("form", explanation[SignatureComponent.RequestId].Mistake);
        AssertSaysNothingSecret(explanation, Right.Sign());
    }

    [Fact]
    public void Survives_messages_of_nothing_and_bodies_of_anything()
    {
        Assert.False(Explain(default, Right.Sign()).IsExplained);
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            var body = new byte[random.Next(40)];
            random.NextBytes(body);
            body = [(byte)'"', .. body, (byte)'"'];
            var signature = (Right with { Secret = "another" }).Sign();
            Assert.False(Explain(Right.Message() with { Body = body }, signature).IsExplained);
        }
    }

    [Fact]
    public void The_text_is_for_reading()
    {
        var signer = Right with { Target = Right.Target + "/" };
        var text = Explain(Right.Message(), signer.Sign()).ToString();
        Assert.Equal(
            """
            The signature is refused: Mismatch.
              Signature     same     Signed as it came.
              Key           same     Signed as it came.
              ClientId      same     Signed as it came.
              RequestId     same     Signed as it came.
              Timestamp     same     Signed as it came.
              RequestTarget DIFFERS  The signer's path ended in a slash. (target-slash-added)
              Body          same     Signed as it came.
              Lines         same     Signed as it came.

            """,
            text
        );
    }

    internal static SignatureExplanation Explain(
        in SignedMessage message,
        string? signature,
        string secret = WrongSigner.RightSecret,
        SignatureHints? hints = null
    ) =>
        DokuSignature.Explain(
            message,
            signature,
            new DokuKeyRing(new DokuKey { Id = "current", Secret = secret }),
            Now,
            hints
        );

    internal static void AssertSaysNothingSecret(SignatureExplanation explanation, string signature)
    {
        var text = new StringBuilder(explanation.ToString());
        text.AppendJoin('\n', explanation.Findings);
        Assert.DoesNotContain("canary", text.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            signature["HMACSHA256=".Length..][..8],
            text.ToString(),
            StringComparison.Ordinal
        );
    }
}
