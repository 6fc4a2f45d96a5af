using System.Globalization;
using System.Security.Cryptography;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Fuzz.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Fuzz.Targets;

/// <summary>
/// The notification endpoint from routing to handler, on the ledger in memory: whatever comes, it answers 200, 400 or
/// 401 (404 and 405 are routing's), lets in exactly what a second judge calls genuine, and lets a body take effect once.
/// </summary>
internal sealed class EndpointTarget : IFuzzTarget
{
    private const int MaxBodyBytes = 64 * 1024;
    private readonly HashSet<UInt128> _handled = [];
    private readonly EndpointHost _host;

    internal EndpointTarget()
    {
        _host = EndpointHost.Open<PaylaterNotification>(
            Handle,
            services: services =>
                // Remembers all of a long run: a body that is worked twice is then a finding.
                services.AddSingleton<INotificationLedger>(
                    new InMemoryNotificationLedger(
                        new StillClock(Merchant.Now),
                        capacity: int.MaxValue
                    )
                )
        );
    }

    public string Feed(byte[] input)
    {
        var request = WireRequest.Parse(input);
        var answer = _host.Send(request);
        switch (answer.Status)
        {
            case 200:
            case 400:
                FuzzException.ThrowUnless(
                    request.One("Client-Id") == Merchant.ClientId
                        && request.One("Signature") is { } signature
                        && signature == request.RightSignature(),
                    "What isn't genuine was let in."
                );
                FuzzException.ThrowUnless(
                    answer.Status != 200 || _handled.Contains(Hash(request.Body)),
                    "It was acknowledged, and the handler never saw it."
                );
                break;
            case 401:
                FuzzException.ThrowUnless(
                    answer == WireAnswer.Refusal,
                    "Refusals are not all alike."
                );
                FuzzException.ThrowUnless(!MustPass(request), "What is genuine was refused.");
                break;
            case 404:
            case 405:
                break;
            default:
                throw new FuzzException($"It answered {answer.Status}.");
        }

        FuzzException.ThrowUnless(answer.BodyLength == 0, "An answer has a body.");
        return answer.Status.ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose() => _host.Dispose();

    // Not every genuine request, but those of which it is plain.
    private static bool MustPass(WireRequest request) =>
        request.IsSignedHere
        && request.One("Client-Id") == Merchant.ClientId
        && request.One("Request-Id") is { Length: > 0 and <= 128 } id
        && IsVisible(id)
        && request.One("Request-Timestamp") == Merchant.Stamp
        && IsVisible(request.SignedTarget)
        && request.Body.Length <= MaxBodyBytes
        && !request.Has("Content-Type")
        && !request.Has("Content-Encoding")
        && !request.Has("Content-Length");

    private static bool IsVisible(string text) => text.All(each => each is >= '!' and <= '~');

    private static UInt128 Hash(ReadOnlySpan<byte> body) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(body));

    // Does with a notification what programs do; whatever it throws would be a 500.
    private Task Handle(
        Verified<PaylaterNotification> notification,
        NotificationScope scope,
        CancellationToken cancellationToken
    )
    {
        FuzzException.ThrowUnless(
            _handled.Add(Hash(notification.RawBody.Span)),
            "The same body takes effect twice."
        );
        var value = notification.Value;
        _ = value.Validate();
        _ = value.ToString();
        _ = PaylaterStatus.Pending.After(value.Transaction.Status);
        value.Write(new System.Buffers.ArrayBufferWriter<byte>());
        return Task.CompletedTask;
    }
}
