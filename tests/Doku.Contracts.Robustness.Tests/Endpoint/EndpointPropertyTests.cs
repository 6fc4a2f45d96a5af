using System.Text;
using CsCheck;
using Doku.Contracts.Fuzz.Wire;
using Doku.Contracts.Robustness.Tests.Support;

namespace Doku.Contracts.Robustness.Tests.Endpoint;

/// <summary>What holds of every notification at the endpoint.</summary>
public sealed class EndpointPropertyTests : IDisposable
{
    private static readonly Gen<string> RequestIds = Gen.Char['!', '~']
        .Array[1, 128]
        .Select(string.Concat);

    // Half a day back, where DOKU's retries are, and the clock's tolerance ahead.
    private static readonly Gen<string> Stamps = Gen.Int[-13 * 3600, 300]
        .Select(seconds =>
            Merchant.Now.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)
        );

    private static readonly Gen<WireRequest> Genuine = Gen.Select(
        NotificationJson.Bodies,
        RequestIds,
        Stamps,
        (body, id, stamp) => Desk.Notification(Encoding.UTF8.GetBytes(body), id, stamp)
    );

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        RequestIds,
        Gen.Const(""),
        Stamps
    );

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Any_other_value_of_a_signed_header_is_refused()
    {
        Property.Holds(
            Gen.Select(Genuine, Gen.Int[0, 3], AnyText),
            12_000,
            (each) =>
            {
                var (genuine, header, text) = each;
                return genuine.Headers[header].Value == text
                    || IsRefused(Desk.With(genuine, header, text));
            }
        );
        Assert.Equal(0, _desk.Handled);
    }

    [Fact]
    public void Any_other_body_is_refused()
    {
        var changes = Gen.Select(Gen.Int[0, 10_000], Gen.Byte, Gen.Int[0, 3]);
        Property.Holds(
            Gen.Select(Genuine, changes),
            12_000,
            each =>
            {
                var (genuine, (place, value, how)) = each;
                List<byte> body = [.. genuine.Body];
                place %= body.Count;
                switch (how)
                {
                    case 0:
                        body[place] = value;
                        break;
                    case 1:
                        body.Insert(place, value);
                        break;
                    case 2:
                        body.RemoveAt(place);
                        break;
                    default:
                        body.RemoveRange(place, body.Count - place);
                        break;
                }

                return genuine.Body.AsSpan().SequenceEqual([.. body])
                    || IsRefused(genuine with { Body = [.. body] });
            }
        );
        Assert.Equal(0, _desk.Handled);
    }

    [Fact]
    public void Headers_that_are_missing_doubled_or_exchanged_are_refused()
    {
        Property.Holds(
            Gen.Select(Genuine, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2]),
            6_000,
            each =>
            {
                var (genuine, one, other, how) = each;
                List<(string Name, string Value)> headers = [.. genuine.Headers];
                switch (how)
                {
                    case 0:
                        headers.RemoveAt(one);
                        break;
                    case 1:
                        headers.Add((headers[one].Name.ToUpperInvariant(), headers[one].Value));
                        break;
                    case 2 when one != other:
                        headers[one] = (headers[one].Name, genuine.Headers[other].Value);
                        break;
                    default:
                        headers.Clear();
                        break;
                }

                return IsRefused(genuine with { Headers = headers });
            }
        );
        Assert.Equal(0, _desk.Handled);
    }

    [Fact]
    public void What_is_genuine_takes_effect_once_however_often_and_under_whichever_ids_it_comes()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Property.Holds(
            Gen.Select(NotificationJson.Bodies, Gen.Select(RequestIds, Stamps).Array[1, 4]),
            6_000,
            each =>
            {
                var (text, deliveries) = each;
                var body = Encoding.UTF8.GetBytes(text);
                var before = _desk.Handled;
                var isNew = seen.Add(text);
                return deliveries.All(delivery =>
                        _desk.Send(Desk.Notification(body, delivery.Item1, delivery.Item2)).Status
                        == 200
                    )
                    && _desk.Handled - before == (isNew ? 1 : 0);
            }
        );
        Assert.Equal(seen.Count, _desk.Handled);
        Assert.True(seen.Count > 1000);
    }

    private bool IsRefused(WireRequest request) => _desk.Send(request) == WireAnswer.Refusal;
}
