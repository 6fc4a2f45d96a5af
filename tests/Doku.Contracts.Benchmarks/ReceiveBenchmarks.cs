using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Doku.Contracts.Benchmarks.Peers;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport;
using Stripe;

namespace Doku.Contracts.Benchmarks;

/// <summary>The whole way of a notification from the wire: verify the bytes, read them, check every constraint.</summary>
public class ReceiveBenchmarks
{
    private const string StripeSecret = "whsec_benchmark";

    private readonly NotificationRules _rules = new();
    private readonly string _event = StripeEvent(ExampleNotification.Json.Length);
    private readonly string _eventSignature;

    public ReceiveBenchmarks()
    {
        var seconds = ExampleNotification.Now.ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(StripeSecret),
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{seconds}.{_event}")
            )
        );
        _eventSignature = string.Create(
            CultureInfo.InvariantCulture,
            $"t={seconds},v1={Convert.ToHexStringLower(mac)}"
        );
    }

    [Benchmark(Baseline = true)]
    public object ByHand()
    {
        var body = ExampleNotification.Json;
        if (!HandSigner.Verify(ExampleNotification.Message, body, ExampleNotification.Signature))
        {
            throw new InvalidOperationException("The signature holds.");
        }

        var notification = JsonSerializer.Deserialize(
            body,
            PlainNotificationContext.Default.PlainNotification
        )!;
        return _rules.Validate(notification).IsValid
            ? notification
            : throw new InvalidOperationException("The example is valid.");
    }

    /// <summary>Verifies and reads; an event has no rules of its own to check.</summary>
    [Benchmark]
    public object Stripe() =>
        EventUtility.ConstructEvent(
            _event,
            _eventSignature,
            StripeSecret,
            tolerance: 300,
            utcNow: ExampleNotification.Now.ToUnixTimeSeconds(),
            throwOnApiVersionMismatch: false
        );

    [Benchmark]
    public object Contract()
    {
        var verdict = DokuSignature.Verify(
            ExampleNotification.Message,
            ExampleNotification.Signature,
            ExampleNotification.Keys,
            ExampleNotification.Now
        );
        return
            verdict.IsValid
            && PaylaterNotification.TryRead(
                ExampleNotification.Json,
                ContractReadOptions.Strict,
                out var notification,
                out _
            )
            ? notification
            : throw new InvalidOperationException("The example is signed and valid.");
    }

    // A payment that succeeded, with a description that makes it as long as the notification.
    private static string StripeEvent(int length)
    {
        const string Start =
            """{"id":"evt_1PQx","object":"event","api_version":"2025-01-27.acacia","created":1790000000,"data":{"object":{"id":"pi_3PQx","object":"payment_intent","amount":150000,"currency":"idr","status":"succeeded","description":" """;
        const string End =
            """ "}},"livemode":false,"pending_webhooks":1,"request":{"id":"req_9","idempotency_key":"5b7e2f0a-9d5c-4a57"},"type":"payment_intent.succeeded"}""";
        return Start + new string('x', length - Start.Length - End.Length) + End;
    }
}
