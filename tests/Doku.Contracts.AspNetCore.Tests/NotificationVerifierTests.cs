using System.Text;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.AspNetCore.Tests;

public sealed class NotificationVerifierTests
{
    private static readonly Notification Good = new();

    [Fact]
    public void Rejects_every_single_bit_that_changed_in_body_headers_or_path()
    {
        Assert.NotNull(Verify(Good.Headers, Encoding.UTF8.GetBytes(Good.Body), Good.SignedTarget));
        var tried = 0;
        foreach (var body in Flips(Encoding.UTF8.GetBytes(Good.Body)))
        {
            Assert.Null(Verify(Good.Headers, body, Good.SignedTarget));
            tried++;
        }

        foreach (var target in Flips(Encoding.ASCII.GetBytes(Good.SignedTarget)))
        {
            var text = Encoding.Latin1.GetString(target);
            Assert.Null(Verify(Good.Headers, Encoding.UTF8.GetBytes(Good.Body), text));
            tried++;
        }

        foreach (var (name, value) in Good.Headers)
        {
            foreach (var flipped in Flips(Encoding.ASCII.GetBytes(value)))
            {
                var headers = Good.Headers.Select(header =>
                    header.Name == name ? (name, Encoding.Latin1.GetString(flipped)) : header
                );
                Assert.Null(Verify(headers, Encoding.UTF8.GetBytes(Good.Body), Good.SignedTarget));
                tried++;
            }
        }

        var bytes =
            Good.Body.Length
            + Good.SignedTarget.Length
            + Good.Headers.Sum(header => header.Value.Length);
        Assert.Equal(bytes * 8, tried);
    }

    [Fact]
    public void Refuses_when_no_key_is_configured()
    {
        var account = new DokuOptions { ClientId = Shop.ClientId };
        var fault = NotificationVerifier.Verify(
            Dictionary(Good.Headers),
            Encoding.UTF8.GetBytes(Good.Body),
            Good.SignedTarget,
            account,
            NotificationFreshness.DokuRetrySchedule,
            Shop.Start,
            Shop.Start,
            out var envelope
        );
        Assert.Equal(SignatureFault.NoKey, fault);
        Assert.Null(envelope);
    }

    private static VerifiedEnvelope? Verify(
        IEnumerable<(string, string)> headers,
        byte[] body,
        string target
    )
    {
        var account = new DokuOptions { ClientId = Shop.ClientId, SecretKey = Shop.Secret };
        var fault = NotificationVerifier.Verify(
            Dictionary(headers),
            body,
            target,
            account,
            NotificationFreshness.AnyAge,
            Shop.Start,
            Shop.Start,
            out var envelope
        );
        Assert.Equal(fault == SignatureFault.None, envelope is not null);
        return envelope;
    }

    private static HeaderDictionary Dictionary(IEnumerable<(string Name, string Value)> headers)
    {
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            dictionary[name] = value;
        }

        return dictionary;
    }

    private static IEnumerable<byte[]> Flips(byte[] bytes)
    {
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return flipped;
        }
    }
}
