using System.Text;

namespace Doku.Contracts.Transport.Tests.Signing;

public sealed class SignatureVectorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names =>
        [.. SignatureVector.All.Select(vector => vector.Name)];

    [Fact]
    public void The_file_has_each_kind_of_message()
    {
        Assert.Equal(
            ["notification", "request", "response"],
            SignatureVector.All.Select(vector => vector.Kind).Distinct().Order()
        );
        Assert.Contains(SignatureVector.All, vector => vector.Body is null);
    }

    [Fact]
    public void Computes_the_digests()
    {
        var digests = SignatureVector.File.GetProperty("digests").EnumerateObject().ToList();
        Assert.NotEmpty(digests);
        foreach (var digest in digests)
        {
            Assert.Equal(
                digest.Value.GetString(),
                DokuSignature.Digest(Encoding.UTF8.GetBytes(digest.Name))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Computes_and_accepts_each_vector(string name)
    {
        var vector = Vector(name);
        if (vector.Message.HasBody)
        {
            Assert.Equal(vector.Digest, DokuSignature.Digest(vector.Message.Body.Span));
        }

        Assert.Equal(vector.StringToSign, Lines.Of(vector.Message));
        Assert.Equal(vector.Signature, DokuSignature.Compute(vector.Message, vector.Key));
        var verdict = Verify(vector, vector.Message, vector.Signature);
        Assert.True(verdict.IsValid);
        Assert.Equal("vector", verdict.KeyId);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rejects_each_body_that_differs_by_one_bit(string name)
    {
        var vector = Vector(name);
        var body = vector.Message.Body.ToArray();
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            var verdict = Verify(vector, vector.Message with { Body = body }, vector.Signature);
            Assert.Equal(SignatureFault.Mismatch, verdict.Fault);
            body[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        // The loop's own check: unchanged again, it holds. A message without a body has none to flip.
        var message = vector.Body is null ? vector.Message : vector.Message with { Body = body };
        Assert.True(Verify(vector, message, vector.Signature).IsValid);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rejects_each_signature_that_differs_by_one_bit(string name)
    {
        var vector = Vector(name);
        var mac = Convert.FromBase64String(vector.Signature["HMACSHA256=".Length..]);
        for (var bit = 0; bit < mac.Length * 8; bit++)
        {
            var changed = (byte[])mac.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var verdict = Verify(vector, vector.Message, SignatureHeader.Format(changed));
            Assert.Equal(SignatureFault.Mismatch, verdict.Fault);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rejects_each_header_that_differs_by_one_bit(string name)
    {
        var vector = Vector(name);
        var message = vector.Message;
        AssertEachBitCounts(vector, message.ClientId, text => message with { ClientId = text });
        AssertEachBitCounts(vector, message.RequestId, text => message with { RequestId = text });
        AssertEachBitCounts(vector, message.Timestamp, text => message with { Timestamp = text });
        AssertEachBitCounts(
            vector,
            message.RequestTarget,
            text => message with { RequestTarget = text }
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rejects_another_key_another_kind_and_a_missing_or_added_body(string name)
    {
        var vector = Vector(name);
        var message = vector.Message;
        var other = new DokuKeyRing(
            new DokuKey { Id = "other", Secret = vector.Secret.ToUpperInvariant() + "x" }
        );
        Assert.Equal(
            SignatureFault.Mismatch,
            DokuSignature.Verify(message, vector.Signature, other, Now).Fault
        );
        var otherKind = message with { IsResponse = !message.IsResponse };
        Assert.False(Verify(vector, otherKind, vector.Signature).IsValid);
        var otherBody = message.HasBody ? vector.WithoutBody : message with { Body = default };
        Assert.NotEqual(message.HasBody, otherBody.HasBody);
        Assert.False(Verify(vector, otherBody, vector.Signature).IsValid);
    }

    private static void AssertEachBitCounts(
        SignatureVector vector,
        string text,
        Func<string, SignedMessage> change
    )
    {
        for (var bit = 0; bit < text.Length * 8; bit++)
        {
            var changed = text.ToCharArray();
            changed[bit / 8] ^= (char)(1 << (bit % 8));
            var verdict = Verify(vector, change(new string(changed)), vector.Signature);
            Assert.False(verdict.IsValid, $"bit {bit} of {text}");
        }
    }

    private static SignatureVector Vector(string name) =>
        Assert.Single(SignatureVector.All, vector => vector.Name == name);

    private static SignatureVerdict Verify(
        SignatureVector vector,
        in SignedMessage message,
        string signature
    ) => DokuSignature.Verify(message, signature, vector.Keys, Now);
}
