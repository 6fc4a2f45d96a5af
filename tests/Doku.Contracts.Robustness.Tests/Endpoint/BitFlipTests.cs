using System.Text;
using Doku.Contracts.Fuzz.Wire;
using Doku.Contracts.Robustness.Tests.Support;

namespace Doku.Contracts.Robustness.Tests.Endpoint;

/// <summary>
/// Every single bit of one notification, through the whole endpoint. A server turns many of them away by itself: bytes
/// above 127 that are no UTF-8, NUL and line ends in a header's value; and it takes blanks off the ends. Here all of them
/// reach the endpoint, which refuses them alone, with the blanks and without.
/// </summary>
public sealed class BitFlipTests : IDisposable
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Desk.Body);
    private static readonly WireRequest Genuine = Desk.Notification(Body);
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Each_flipped_bit_of_the_body_is_refused_like_any_other()
    {
        var refused = RefuseAll(Flips(Body).Select(body => Genuine with { Body = body }));
        Assert.Equal(Body.Length * 8, refused);
        AssertGenuineStillPasses();
    }

    [Theory]
    [InlineData(0, "Client-Id")]
    [InlineData(1, "Request-Id")]
    [InlineData(2, "Request-Timestamp")]
    [InlineData(3, "Signature")]
    public void Each_flipped_bit_of_a_signed_header_is_refused_like_any_other(
        int header,
        string name
    )
    {
        var (itsName, value) = Genuine.Headers[header];
        Assert.Equal(name, itsName);
        var values = Flips(Encoding.Latin1.GetBytes(value))
            .Select(Encoding.Latin1.GetString)
            .ToList();
        Assert.Equal(value.Length * 8, values.Count);
        var asServersTrim = values.Select(each => each.Trim(' ', '\t')).Except(values).ToList();
        var refused = RefuseAll(
            values.Concat(asServersTrim).Select(flipped => Desk.With(Genuine, header, flipped))
        );
        Assert.Equal(values.Count + asServersTrim.Count, refused);
        AssertGenuineStillPasses();
    }

    private int RefuseAll(IEnumerable<WireRequest> forged)
    {
        var refused = 0;
        foreach (var request in forged)
        {
            Assert.Equal(WireAnswer.Refusal, _desk.Send(request));
            refused++;
        }

        Assert.Equal(0, _desk.Handled);
        return refused;
    }

    private void AssertGenuineStillPasses()
    {
        Assert.Equal(200, _desk.Send(Genuine).Status);
        Assert.Equal(1, _desk.Handled);
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
