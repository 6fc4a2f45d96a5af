using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Transport.Tests.Http;

public sealed class SecrecyTests
{
    [Fact]
    public async Task No_secret_signature_body_or_path_is_logged_or_thrown()
    {
        const string canary = "canary-budi";
        using var bench = new Bench();
        var answers = new Func<SentRequest, HttpResponseMessage>[]
        {
            request => FakeDoku.Signed(request, 200, $$"""{"id":"{{canary}}"}"""),
            request => FakeDoku.Signed(request, 409, $$"""{"id":"{{canary}}"}"""),
            _ => FakeDoku.Unsigned(200, canary),
            _ => FakeDoku.Unsigned(400, $$"""{"message":"{{canary}}"}"""),
            _ => FakeDoku.Unsigned(503, canary),
            _ => throw new HttpRequestException("reset"),
        };
        var said = new List<string>();
        foreach (var answer in answers)
        {
            bench.Doku.Answer = answer;
            said.Add((await bench.SendAsync(canary)).ToString() ?? "");
            var found = await bench.FindAsync($"/parcels/v1/{canary}");
            said.Add(Record.Exception(() => found.EnsureAccepted())?.ToString() ?? "");
        }

        var tooLong = await Assert.ThrowsAsync<ContractException>(() =>
            bench.SendAsync(canary + new string('x', 40))
        );
        said.Add(tooLong.ToString());
        var lines = bench.Log.Lines.ToArray();
        said.AddRange(lines.Select(line => line.Text));

        string[] secrets = [canary, FakeDoku.Secret, .. bench.Doku.Sent.Select(s => s.Signature)];
        Assert.Equal(answers.Length * 2, bench.Doku.Sent.Count);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(
                said,
                text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)
            );
        }

        // The log was listening all the while, under the ids that operators rely on.
        int[] ids = [1001, 1002, 1003, 1004, 1005];
        Assert.All(ids, id => Assert.Contains(lines, line => line.Event.Id == id));
    }
}
