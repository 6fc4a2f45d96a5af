namespace Doku.Contracts.Transport.Tests.Signing;

public sealed class SignatureHeaderTests
{
    // 32 bytes of FB, so that both letters in which base64 and base64url differ come up.
    private const string Good = "HMACSHA256=+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/s=";

    public static TheoryData<string> Malformed =>
        [
            "",
            " ",
            "HMACSHA256=",
            "HMACSHA256",
            Good[..^1],
            Good + "=",
            Good + " ",
            " " + Good,
            "\t" + Good,
            Good + "\n",
            Good + "," + Good,
            Good + ";" + Good,
            "\"" + Good + "\"",
            Good["HMACSHA256=".Length..],
            Good.Replace("HMACSHA256=", "HMACSHA256:", StringComparison.Ordinal),
            Good.Replace("HMACSHA256=", "HMACSHA256= ", StringComparison.Ordinal),
            Good.Replace("HMACSHA256=", "hmacsha256=", StringComparison.Ordinal),
            Good.Replace("HMACSHA256=", "HmacSHA256=", StringComparison.Ordinal),
            Good.Replace("HMACSHA256=", "HMACHSHA256=", StringComparison.Ordinal),
            Good.Replace("HMACSHA256=", "HMACSHA512=", StringComparison.Ordinal),
            Good.Replace("HMACSHA256=", "HMACSHA1=", StringComparison.Ordinal),
            Good.Replace("HMACSHA256=", "HMACSHA256==", StringComparison.Ordinal),
            Good.Replace('+', '-').Replace('/', '_'),
            Good.Replace("/s=", "/t=", StringComparison.Ordinal),
            Good.Replace("/s=", "/v=", StringComparison.Ordinal),
            Good.Replace("v7+/v7", "v7 +/v7", StringComparison.Ordinal),
            Good.Replace("/s=", "/s\n", StringComparison.Ordinal),
            Good.Replace("/s=", "===", StringComparison.Ordinal),
            "HMACSHA256=" + Convert.ToBase64String(new byte[31]),
            "HMACSHA256=" + Convert.ToBase64String(new byte[33]),
            "HMACSHA256=" + Convert.ToBase64String(new byte[64]),
            "HMACSHA256=" + new string('a', 64),
            "HMACSHA256=" + new string('é', 44),
            "HMACSHA256=" + new string('\0', 44),
            "HMACSHA256=" + new string(' ', 43) + "=",
        ];

    [Fact]
    public void Reads_the_one_well_formed_spelling()
    {
        var mac = new byte[32];
        Assert.True(SignatureHeader.TryParse(Good, mac));
        Assert.All(mac, octet => Assert.Equal(0xFB, octet));
        Assert.Equal(Good, SignatureHeader.Format(mac));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Rejects_every_other_spelling(string value)
    {
        Assert.False(SignatureHeader.TryParse(value, new byte[32]));
    }

    [Fact]
    public void A_missing_signature_is_malformed()
    {
        var vector = SignatureVector.All[0];
        var verdict = DokuSignature.Verify(vector.Message, null, vector.Keys, default);
        Assert.Equal(SignatureFault.SignatureMalformed, verdict.Fault);
    }
}
