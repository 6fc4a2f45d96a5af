using System.Text;

namespace Doku.Contracts.Transport.Tests.Signing;

/// <summary>Every single bit of one notification: of its body, and of its four signed headers as they travel.</summary>
public sealed class BitFlipTests
{
    private const string Secret = "SK-bit-flips";
    private const string Body =
        "{\"order\":{\"invoice_number\":\"INV-0007\",\"amount\":170000},\"transaction\":{\"status\":\"SUCCESS\"}}";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly DokuKeyRing Ring = new(new DokuKey { Id = "k", Secret = Secret });
    private static readonly Notification Genuine = new(
        "MCH-0001-10791114622547",
        "018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a05",
        "2026-11-22T01:58:30Z",
        Signature(),
        Encoding.UTF8.GetBytes(Body)
    );

    [Fact]
    public void The_notification_itself_is_accepted()
    {
        Assert.True(Verify(Genuine).IsValid);
    }

    [Fact]
    public void Each_bit_of_the_body_counts()
    {
        AssertEachBitCounts(Genuine.Body, flipped => Genuine with { Body = flipped });
    }

    [Fact]
    public void Each_bit_of_the_client_id_counts()
    {
        AssertEachBitCounts(Genuine.ClientId, text => Genuine with { ClientId = text });
    }

    [Fact]
    public void Each_bit_of_the_request_id_counts()
    {
        AssertEachBitCounts(Genuine.RequestId, text => Genuine with { RequestId = text });
    }

    [Fact]
    public void Each_bit_of_the_time_stamp_counts()
    {
        AssertEachBitCounts(Genuine.Timestamp, text => Genuine with { Timestamp = text });
    }

    [Fact]
    public void Each_bit_of_the_signature_counts()
    {
        AssertEachBitCounts(Genuine.Signature, text => Genuine with { Signature = text });
    }

    // A header's bytes reach a program as Latin-1.
    private static void AssertEachBitCounts(string text, Func<string, Notification> with) =>
        AssertEachBitCounts(
            Encoding.Latin1.GetBytes(text),
            flipped => with(Encoding.Latin1.GetString(flipped))
        );

    private static void AssertEachBitCounts(byte[] bytes, Func<byte[], Notification> with)
    {
        var refused = 0;
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Verify(with(flipped)).IsValid, $"bit {bit}");
            refused++;
        }

        Assert.Equal(bytes.Length * 8, refused);
        Assert.True(refused > 0);
    }

    private static SignatureVerdict Verify(Notification notification) =>
        DokuSignature.Verify(
            new SignedMessage
            {
                ClientId = notification.ClientId,
                RequestId = notification.RequestId,
                Timestamp = notification.Timestamp,
                RequestTarget = "/payments/notifications",
                Body = notification.Body,
            },
            notification.Signature,
            Ring,
            Now
        );

    private static string Signature() =>
        Support.Signer.Sign(
            Secret,
            "Request-Timestamp",
            "MCH-0001-10791114622547",
            "018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a05",
            "2026-11-22T01:58:30Z",
            "/payments/notifications",
            Encoding.UTF8.GetBytes(Body)
        );

    private sealed record Notification(
        string ClientId,
        string RequestId,
        string Timestamp,
        string Signature,
        byte[] Body
    );
}
