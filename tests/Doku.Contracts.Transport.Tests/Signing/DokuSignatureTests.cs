namespace Doku.Contracts.Transport.Tests.Signing;

public sealed class DokuSignatureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly SignedMessage Message = new()
    {
        ClientId = "C",
        RequestId = "R",
        Timestamp = "2026-11-22T01:51:00Z",
        RequestTarget = "/p",
        Body = "{}"u8.ToArray(),
    };

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("a\r")]
    [InlineData("R\nRequest-Timestamp:2026-11-22T01:51:00Z")]
    [InlineData("a\0")]
    [InlineData("a\u007F")]
    [InlineData("é")]
    public void A_text_that_could_be_read_as_several_lines_is_neither_signed_nor_verified(
        string text
    )
    {
        SignedMessage[] messages =
        [
            Message with
            {
                ClientId = text,
            },
            Message with
            {
                RequestId = text,
            },
            Message with
            {
                Timestamp = text,
            },
            Message with
            {
                RequestTarget = text,
            },
        ];
        var key = Key("k", "secret");
        var signature = DokuSignature.Compute(Message, key);
        Assert.All(
            messages,
            message =>
            {
                Assert.Throws<ArgumentException>(() => DokuSignature.Compute(message, key));
                Assert.Equal(
                    SignatureFault.HeaderMalformed,
                    DokuSignature.Verify(message, signature, new DokuKeyRing(key), Now).Fault
                );
            }
        );
    }

    [Fact]
    public void Verifies_with_each_key_that_counts_and_names_it()
    {
        var older = Key("older", "secret-1", notAfter: Now.AddHours(1));
        var newer = Key("newer", "secret-2", notBefore: Now.AddHours(-1));
        var ring = new DokuKeyRing(older, newer);
        Assert.Equal("older", Verify(older, ring, Now).KeyId);
        Assert.Equal("newer", Verify(newer, ring, Now).KeyId);
        Assert.Equal(SignatureFault.Mismatch, Verify(older, ring, Now.AddHours(1)).Fault);
        Assert.Equal(SignatureFault.Mismatch, Verify(newer, ring, Now.AddHours(-2)).Fault);
    }

    [Fact]
    public void Signs_with_the_key_that_began_last()
    {
        var first = Key("first", "secret-1");
        var second = Key("second", "secret-2", notBefore: Now);
        var third = Key("third", "secret-3", notBefore: Now.AddDays(1));
        var ring = new DokuKeyRing(third, second, first);
        Assert.Same(first, ring.CurrentAt(Now.AddSeconds(-1)));
        Assert.Same(second, ring.CurrentAt(Now));
        Assert.Same(third, ring.CurrentAt(Now.AddDays(1)));
    }

    [Fact]
    public void Nothing_is_valid_without_a_key()
    {
        var expired = Key("expired", "secret", notAfter: Now);
        // HMAC would take an empty secret, with which a forger can sign as well.
        var empty = Key("empty", "");
        var forged = Signed("");
        Assert.Equal(SignatureFault.NoKey, Verify(expired, new DokuKeyRing(), Now).Fault);
        Assert.Equal(SignatureFault.NoKey, Verify(expired, new DokuKeyRing(expired), Now).Fault);
        Assert.Equal(
            SignatureFault.NoKey,
            DokuSignature.Verify(Message, forged, new DokuKeyRing(empty), Now).Fault
        );
        Assert.Null(new DokuKeyRing(empty, expired).CurrentAt(Now));
        Assert.Throws<ArgumentException>(() => DokuSignature.Compute(Message, empty));
    }

    [Fact]
    public void A_verdict_that_nobody_gave_is_not_valid()
    {
        Assert.False(default(SignatureVerdict).IsValid);
    }

    private static string Signed(string secret) =>
        Support.Signer.Sign(
            secret,
            "Request-Timestamp",
            "C",
            "R",
            Message.Timestamp,
            "/p",
            "{}"u8.ToArray()
        );

    private static SignatureVerdict Verify(DokuKey signer, DokuKeyRing ring, DateTimeOffset now) =>
        DokuSignature.Verify(Message, DokuSignature.Compute(Message, signer), ring, now);

    private static DokuKey Key(
        string id,
        string secret,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null
    ) =>
        new()
        {
            Id = id,
            Secret = secret,
            NotBefore = notBefore,
            NotAfter = notAfter,
        };
}
