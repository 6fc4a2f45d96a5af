using System.CommandLine;
using System.Text.RegularExpressions;
using Doku.Contracts.Sandbox.Tests.Support;
using Doku.Contracts.Sandbox.Tool;

namespace Doku.Contracts.Sandbox.Tests;

/// <summary>The sandbox as the program <c>doku-sandbox</c>.</summary>
public sealed partial class ProgramTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serves_its_merchants_and_tells_what_happens()
    {
        await using var run = new Run(
            "--merchant",
            "toko-kopi",
            "--merchant",
            "toko-teh=MCH-2:SK-teh"
        );
        var address = await run.Console.NextAsync("is at");
        var first = await run.Console.NextAsync("Merchant toko-kopi");
        var second = await run.Console.NextAsync("Merchant toko-teh");
        using var http = new HttpClient { BaseAddress = new Uri(Address().Match(address).Value) };

        using var answer = await http.PostAsync(
            new Uri(Shop.GenerateOrder, UriKind.Relative),
            new ByteArrayContent(Bodies.Valid()),
            Cancellation
        );

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Matches("Client-Id MCH-[0-9]{4}-[0-9]{14}, secret key SK-[0-9a-f]{32}", first);
        Assert.Contains("Client-Id MCH-2, secret key SK-teh", second, StringComparison.Ordinal);
        Assert.EndsWith(
            "401 – exactly one Client-Id header is needed",
            await run.Console.NextAsync("POST"),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await run.EndAsync());
    }

    [Fact]
    public async Task Keeps_its_keys_in_the_store()
    {
        string first;
        await using (var run = new Run("--store", _folder["s.db"]))
        {
            first = await run.Console.NextAsync("Merchant merchant");
        }

        await using var again = new Run("--store", _folder["s.db"]);

        Assert.Equal(first, await again.Console.NextAsync("Merchant merchant"));
    }

    [Theory]
    [InlineData("--merchant takes NAME", "--merchant", "a=b")]
    [InlineData("this machine only", "--notify-url", "https://toko.example/n")]
    [InlineData("whole address", "--notify-url", "n")]
    [InlineData("probability", "--seed", "1", "--fault-rate", "2")]
    public async Task Says_what_is_wrong_with_an_option(string words, params string[] args)
    {
        await using var run = new Run(args);

        Assert.Contains(words, await run.Errors.NextAsync(words), StringComparison.Ordinal);
        Assert.Equal(1, await run.Ended);
    }

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Address();

    private sealed class Run : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();

        public Run(params string[] args) =>
            Ended = SandboxCommand
                .Build()
                .Parse(args)
                .InvokeAsync(
                    new InvocationConfiguration { Output = Console, Error = Errors },
                    _end.Token
                );

        public LineWriter Console { get; } = new();

        public LineWriter Errors { get; } = new();

        public Task<int> Ended { get; }

        public async Task<int> EndAsync()
        {
            await _end.CancelAsync();
            return await Ended;
        }

        public async ValueTask DisposeAsync()
        {
            await EndAsync();
            _end.Dispose();
        }
    }
}
