using System.Text;

namespace Doku.Contracts.Transport.Tests.Signing.Explaining;

public sealed class SpellingTests
{
    private static readonly WrongSigner Right = new();
    private static readonly string Base64 = Convert.ToBase64String(Right.Mac());

    /// <summary>The mistake, and the header's value.</summary>
    public static TheoryData<string, string> Spellings =>
        new()
        {
            { "signature-white-space", " HMACSHA256=" + Base64 },
            { "signature-white-space", "HMACSHA256=" + Base64 + "\n" },
            { "signature-prefix-case", "hmacsha256=" + Base64 },
            { "signature-prefix", "HMACHSHA256=" + Base64 },
            { "signature-prefix", "HMAC-SHA256=" + Base64 },
            { "signature-prefix", "HMACSHA256:" + Base64 },
            { "signature-prefix-missing", Base64 },
            { "signature-hex", "HMACSHA256=" + Convert.ToHexString(Right.Mac()) },
            { "signature-hex", "HMACSHA256=" + Convert.ToHexStringLower(Right.Mac()) },
            { "signature-unpadded", "HMACSHA256=" + Base64.TrimEnd('=') },
            { "signature-spare-bits", "HMACSHA256=" + Base64.Insert(9, " ") },
            {
                "signature-base64-of-hex",
                "HMACSHA256="
                    + Convert.ToBase64String(
                        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Right.Mac()))
                    )
            },
            { "signature-sha512", "HMACSHA256=" + Convert.ToBase64String(Right.LongMac()) },
            { "signature-prefix", "HMACSHA512=" + Convert.ToBase64String(Right.LongMac()) },
        };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Names_a_wrong_spelling_of_the_right_signature(string mistake, string signature)
    {
        var explanation = ExplainTests.Explain(Right.Message(), signature);
        Assert.Equal(SignatureFault.SignatureMalformed, explanation.Verdict.Fault);
        Assert.True(explanation.IsExplained, explanation.ToString());
        Assert.Equal(mistake, explanation[SignatureComponent.Signature].Mistake);
        Assert.All(
            explanation.Findings.Skip(1),
            finding => Assert.Equal(ComponentState.Same, finding.State)
        );
        ExplainTests.AssertSaysNothingSecret(explanation, Right.Sign());
    }

    [Fact]
    public void Names_base64url()
    {
        // A message whose signature has a letter in which the two differ.
        var signer = Enumerable
            .Range(0, 100)
            .Select(i => Right with { RequestId = $"R-{i}" })
            .First(item => item.Sign().Contains('+', StringComparison.Ordinal));
        var signature = signer.Sign().Replace('+', '-').Replace('/', '_').TrimEnd('=');
        var explanation = ExplainTests.Explain(signer.Message(), signature);
        Assert.True(explanation.IsExplained);
        Assert.Equal("signature-base64url", explanation[SignatureComponent.Signature].Mistake);
    }

    [Theory]
    [InlineData(null, "signature-missing")]
    [InlineData("", "signature-unreadable")]
    [InlineData("HMACSHA256=", "signature-unreadable")]
    [InlineData("HMACSHA256=AAAA", "signature-unreadable")]
    [InlineData("HMACSHA256=!!!!", "signature-unreadable")]
    [InlineData("HMACSHA256=AAAA,HMACSHA256=AAAA", "signature-several")]
    public void What_cannot_be_read_as_a_signature_is_said_so(string? signature, string mistake)
    {
        var explanation = ExplainTests.Explain(Right.Message(), signature);
        Assert.False(explanation.IsExplained);
        Assert.Equal(0, explanation.Attempts);
        Assert.Equal(mistake, explanation[SignatureComponent.Signature].Mistake);
    }

    [Fact]
    public void A_header_of_any_length_is_not_read_far()
    {
        var explanation = ExplainTests.Explain(Right.Message(), new string('A', 1_000_000));
        Assert.Equal("signature-several", explanation[SignatureComponent.Signature].Mistake);
    }
}
