using System.Text;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Resilience;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Transport.Tests.Http;

/// <summary>Canaries in everything that is secret or personal, and ears on everything that talks.</summary>
public sealed class SecrecyTests
{
    private const string Canary = "canary-budi";

    public static TheoryData<string> Endings => [.. Answers.Keys];

    private static readonly Dictionary<string, Func<SentRequest, HttpResponseMessage>> Answers =
        new(StringComparer.Ordinal)
        {
            ["accepted"] = request => FakeDoku.Signed(request, 200, $$"""{"id":"{{Canary}}"}"""),
            ["replayed"] = request => FakeDoku.Signed(request, 409, $$"""{"id":"{{Canary}}"}"""),
            ["unsigned"] = _ => FakeDoku.Unsigned(200, Canary),
            ["unreadable"] = request => FakeDoku.Signed(request, 200, Canary),
            ["refused"] = _ =>
                FakeDoku.Unsigned(
                    400,
                    $$$"""{"error":{"code":"no","message":"{{{Canary}}}"},"message":"{{{Canary}}}"}"""
                ),
            ["conflict"] = _ => FakeDoku.Unsigned(409, $$"""{"message":["{{Canary}}"]}"""),
            ["too many"] = _ => FakeDoku.Unsigned(429, Canary),
            ["server failed"] = _ => FakeDoku.Unsigned(503, Canary),
            ["redirected"] = _ =>
            {
                var response = FakeDoku.Unsigned(302, "");
                response.Headers.Location = new Uri($"https://elsewhere.example/{Canary}");
                return response;
            },
            ["reset"] = _ =>
                throw new HttpRequestException("reset", new IOException("connection reset")),
            ["no connection"] = _ =>
                throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task No_ending_tells_a_secret(string ending)
    {
        using var told = new TelemetryKeeper();
        using var bench = new Bench(doku =>
            doku.AddResilience(options => options.FirstWait = options.LongestWait = TimeSpan.Zero)
        );
        bench.Doku.Answer = Answers[ending];
        var said = new List<string>();
        foreach (
            var outcome in new[]
            {
                await bench.SendAsync(Canary, told.Call),
                await bench.SendAsync(Canary, told.Call, isRepeat: true),
                await bench.FindAsync($"/parcels/v1/{Canary}"),
            }
        )
        {
            said.Add(outcome.ToString() ?? "");
            said.Add(Record.Exception(outcome.EnsureAccepted)?.ToString() ?? "");
            said.Add(
                outcome is OutcomeUnknown<Parcel> unknown
                    ? $"{unknown.NextStep} {unknown.Refusal} {unknown.Cause}"
                    : ""
            );
        }

        said.AddRange(bench.Log.Lines.Select(line => line.Text));
        said.AddRange(told.Everything);
        AssertSilent(
            said,
            [Canary, FakeDoku.Secret, .. bench.Doku.Sent.Select(sent => sent.Signature)]
        );
        // They were listening all the while.
        Assert.Contains(bench.Log.Lines, line => line.Event.Id == 1001);
        Assert.NotEmpty(told.Activities);
        Assert.NotEmpty(told.All("doku.client.call.duration"));
    }

    [Fact]
    public async Task The_log_has_the_ids_that_operators_rely_on()
    {
        using var bench = new Bench();
        foreach (var answer in Answers.Values)
        {
            bench.Doku.Answer = answer;
            await bench.SendAsync();
        }

        int[] ids = [1001, 1002, 1003, 1004, 1005];
        Assert.All(ids, id => Assert.Contains(bench.Log.Lines, line => line.Event.Id == id));
    }

    [Fact]
    public async Task What_breaks_its_contract_is_named_without_its_value()
    {
        using var bench = new Bench();
        var tooLong = await Assert.ThrowsAsync<ContractException>(() =>
            bench.SendAsync(Canary + new string('x', 40))
        );
        AssertSilent([tooLong.ToString(), .. bench.Log.Lines.Select(line => line.Text)], [Canary]);
    }

    // The personal data of a real order, each with a character that its set forbids, and each as it should be.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_keeps_its_customers_data_to_itself(bool isBroken)
    {
        var bad = isBroken ? "\u0007" : "";
        string[] canaries = ["Canarina", "6289998887776", "Jl. Kenari 9", "kenari@toko.example"];
        using var told = new TelemetryKeeper();
        using var bench = new Bench();
        var plain = KredivoDesk.Order();
        var order = plain with
        {
            Customer = plain.Customer with
            {
                FirstName = canaries[0] + bad,
                Phone = canaries[1] + bad,
                Address = canaries[2] + bad,
                Email = canaries[3] + bad,
            },
            Sellers =
            [
                new Seller
                {
                    Id = "S-1",
                    Name = canaries[0] + bad,
                    Email = canaries[3] + bad,
                    LegalId = "3174000000001234" + bad,
                },
            ],
        };
        bench.Doku.Answer = request =>
            FakeDoku.Unsigned(
                400,
                $$$"""{"message":["{{{Encoding.UTF8.GetString(request.Body!).Replace('"', '\'')}}}"]}"""
            );
        string[] said;
        var kredivo = bench.Services.GetRequiredService<IKredivoClient>();
        try
        {
            var outcome = await kredivo.GenerateOrderAsync(
                order,
                new ContractCall { RequestId = told.Call },
                TestContext.Current.CancellationToken
            );
            Assert.False(isBroken);
            said = [$"{outcome} {Record.Exception(outcome.EnsureAccepted)}"];
        }
        catch (ContractException exception)
        {
            Assert.True(isBroken);
            said = [exception.ToString(), exception.Errors.ToString()];
        }

        AssertSilent(
            [
                .. said,
                order.ToString(),
                .. bench.Log.Lines.Select(line => line.Text),
                .. told.Everything,
            ],
            [.. canaries, "3174000000001234"]
        );
    }

    private static void AssertSilent(IEnumerable<string> said, IReadOnlyList<string> secrets)
    {
        var texts = said.ToArray();
        Assert.Contains(texts, text => text.Length > 0);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(
                texts,
                text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)
            );
        }
    }
}
