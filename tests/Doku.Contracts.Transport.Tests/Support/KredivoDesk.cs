using System.Text.Json;
using Doku.Contracts.Kredivo;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>DOKU's order desk behind a <see cref="FakeDoku"/>: it keeps orders by Request-Id, and can fail before or after it took one.</summary>
internal sealed class KredivoDesk
{
    private readonly Dictionary<string, byte[]> _orders = new(StringComparer.Ordinal);

    internal KredivoDesk(Bench bench) => bench.Doku.Answer = Answer;

    /// <summary>How many orders there are.</summary>
    internal int Count => _orders.Count;

    internal int Posts { get; private set; }

    internal int Checks { get; private set; }

    /// <summary>What happens to the n-th POST before the desk sees it, counted from one: an answer, or an exception.</summary>
    internal Func<int, HttpResponseMessage?> Before { get; set; } = _ => null;

    /// <summary>What happens to the n-th POST after the desk took it.</summary>
    internal Func<int, HttpResponseMessage?> After { get; set; } = _ => null;

    /// <summary>What answers a status check instead of the desk.</summary>
    internal Func<SentRequest, HttpResponseMessage?> Check { get; set; } = _ => null;

    internal static GenerateOrderRequest Order(string invoice = "INV-1", long amount = 170_000) =>
        new()
        {
            Order = new Order
            {
                InvoiceNumber = invoice,
                LineItems =
                [
                    new LineItem
                    {
                        Name = "Kelas kopi",
                        Price = amount,
                        Quantity = 1,
                        Id = "KK-1",
                        Type = "TICKET",
                        Url = "https://toko.example/p/kk-1",
                    },
                ],
                Amount = amount,
                CallbackUrl = "https://toko.example/back",
            },
            PeerToPeerInfo = new PeerToPeerInfo { MerchantUniqueReference = invoice },
            Customer = new Customer
            {
                FirstName = "Budi",
                Phone = "6281234567890",
                Address = "Jl. Kopi 5",
            },
        };

    internal static HttpResponseMessage Lost() => throw new HttpRequestException("reset");

    internal static HttpResponseMessage Refusal(int status, string code) =>
        FakeDoku.Unsigned(status, $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""");

    private HttpResponseMessage Answer(SentRequest request)
    {
        if (request.Method == HttpMethod.Get)
        {
            Checks++;
            return Check(request) ?? Status(request);
        }

        Posts++;
        return Before(Posts) ?? Take(request);
    }

    private HttpResponseMessage Take(SentRequest request)
    {
        if (_orders.TryGetValue(request.RequestId, out var earlier))
        {
            return earlier.AsSpan().SequenceEqual(request.Body)
                ? FakeDoku.Signed(request, 409, Accepted(request.Body!))
                : Refusal(409, "idempotency_conflict");
        }

        _orders.Add(request.RequestId, request.Body!);
        return After(Posts) ?? FakeDoku.Signed(request, 200, Accepted(request.Body!));
    }

    private HttpResponseMessage Status(SentRequest request)
    {
        var id = request.Address.Segments[^1];
        if (!_orders.TryGetValue(id, out var body))
        {
            return Refusal(404, "order_not_found");
        }

        using var order = JsonDocument.Parse(body);
        var told = order.RootElement.GetProperty("order");
        return FakeDoku.Signed(
            request,
            200,
            $$$"""{"order":{"invoice_number":"{{{told.GetProperty("invoice_number").GetString()}}}","amount":{{{told.GetProperty("amount")}}}},"transaction":{"status":"PENDING","original_request_id":"{{{id}}}"}}"""
        );
    }

    private static string Accepted(byte[] body)
    {
        using var order = JsonDocument.Parse(body);
        var invoice = order.RootElement.GetProperty("order").GetProperty("invoice_number");
        return $$$"""{"order":{"invoice_number":"{{{invoice}}}","amount":170000},"peer_to_peer_info":{"status":"PENDING"},"payment":{"url":"https://pay.example/{{{invoice}}}"}}""";
    }
}
