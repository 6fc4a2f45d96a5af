using CsCheck;

namespace Doku.Contracts.Transport.Tests.Signing;

/// <summary>
/// What holds of every message, over 100,000 of them. A failure prints the seed that repeats it, and the smallest
/// message that fails.
/// </summary>
public sealed class SignaturePropertyTests
{
    private const int Cases = 15_000;
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly Gen<string> Text = Gen.Char['!', '~']
        .Array[1, 60]
        .Select(string.Concat);
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.Char.Array[0, 80].Select(string.Concat)
    );
    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 200];
    private static readonly Gen<byte[]> Macs = Gen.Byte.Array[32];
    private static readonly Gen<SignedMessage> Messages = Gen.Select(
        Text,
        Text,
        Text,
        Text,
        Bytes,
        Gen.Int[0, 2],
        (client, request, stamp, target, body, form) =>
        {
            var message = new SignedMessage
            {
                ClientId = client,
                RequestId = request,
                Timestamp = stamp,
                RequestTarget = target,
                IsResponse = form == 2,
            };
            return form == 0 ? message : message with { Body = body };
        }
    );

    [Fact]
    public void What_is_signed_verifies_and_agrees_with_an_independent_signer()
    {
        Gen.Select(Messages, Text)
            .Sample(
                (message, secret) =>
                {
                    var signature = DokuSignature.Compute(message, Key(secret));
                    return signature == Independent(message, secret)
                        && Verify(message, signature, secret).KeyId == "k";
                },
                iter: Cases
            );
    }

    [Fact]
    public void Any_change_of_any_text_is_refused()
    {
        Gen.Select(Messages, Gen.Int[0, 3], Gen.OneOf(Text, AnyText))
            .Sample(
                (message, which, text) =>
                {
                    var changed = which switch
                    {
                        0 => message with { ClientId = text },
                        1 => message with { RequestId = text },
                        2 => message with { Timestamp = text },
                        _ => message with { RequestTarget = text },
                    };
                    var signature = DokuSignature.Compute(message, Key("secret"));
                    return changed == message || !Verify(changed, signature, "secret").IsValid;
                },
                iter: Cases
            );
    }

    [Fact]
    public void Moving_a_letter_from_one_text_to_the_next_is_refused()
    {
        Messages.Sample(
            message =>
            {
                var moved = message with
                {
                    ClientId = message.ClientId + message.RequestId[0],
                    RequestId = message.RequestId[1..] + message.Timestamp[0],
                };
                var signature = DokuSignature.Compute(message, Key("secret"));
                return !Verify(moved, signature, "secret").IsValid;
            },
            iter: Cases
        );
    }

    [Fact]
    public void Any_change_of_body_kind_or_secret_is_refused()
    {
        Gen.Select(Messages, Bytes, Gen.Int[0, 2])
            .Sample(
                (message, bytes, which) =>
                {
                    var signature = DokuSignature.Compute(message, Key("secret"));
                    var isSame =
                        which == 0 && message.HasBody && message.Body.Span.SequenceEqual(bytes);
                    var changed = which switch
                    {
                        0 => message with { Body = bytes },
                        1 => message with { IsResponse = !message.IsResponse },
                        _ => message,
                    };
                    var verdict = Verify(changed, signature, which == 2 ? "Secret" : "secret");
                    return verdict.IsValid == isSame;
                },
                iter: Cases
            );
    }

    [Fact]
    public void A_header_is_read_back_as_it_was_written()
    {
        Macs.Sample(
            mac =>
            {
                var read = new byte[32];
                return SignatureHeader.TryParse(SignatureHeader.Format(mac), read)
                    && read.AsSpan().SequenceEqual(mac);
            },
            iter: Cases
        );
    }

    [Fact]
    public void A_header_has_exactly_one_spelling()
    {
        // One character replaced, put in or taken out: read as nothing, or as other bytes.
        Gen.Select(Macs, Gen.Int[0, 54], Gen.Char, Gen.Int[0, 2])
            .Sample(
                (mac, place, letter, how) =>
                {
                    var good = SignatureHeader.Format(mac);
                    var other = how switch
                    {
                        0 => good.Remove(place, 1).Insert(place, letter.ToString()),
                        1 => good.Insert(place, letter.ToString()),
                        _ => good.Remove(place, 1),
                    };
                    var read = new byte[32];
                    return other == good
                        || !SignatureHeader.TryParse(other, read)
                        || (
                            !read.AsSpan().SequenceEqual(mac)
                            && SignatureHeader.Format(read) == other
                        );
                },
                iter: Cases
            );
    }

    [Fact]
    public void No_text_makes_the_verifier_throw_or_accept()
    {
        Gen.Select(AnyText, AnyText, AnyText, AnyText, AnyText, Bytes)
            .Sample(
                (client, request, stamp, target, signature, body) =>
                {
                    var message = new SignedMessage
                    {
                        ClientId = client,
                        RequestId = request,
                        Timestamp = stamp,
                        RequestTarget = target,
                        Body = body,
                    };
                    return !Verify(message, signature, "secret").IsValid
                        && !Verify(message, "HMACSHA256=" + signature, "secret").IsValid
                        && !Verify(message, SignatureHeader.Format(new byte[32]), "secret").IsValid;
                },
                iter: Cases
            );
    }

    private static SignatureVerdict Verify(
        in SignedMessage message,
        string signature,
        string secret
    ) => DokuSignature.Verify(message, signature, new DokuKeyRing(Key(secret)), Now);

    private static DokuKey Key(string secret) => new() { Id = "k", Secret = secret };

    private static string Independent(in SignedMessage message, string secret) =>
        Support.Signer.Sign(
            secret,
            message.IsResponse ? "Response-Timestamp" : "Request-Timestamp",
            message.ClientId,
            message.RequestId,
            message.Timestamp,
            message.RequestTarget,
            message.HasBody ? message.Body.ToArray() : null
        );
}
