using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Storefront.Checkout;
using Storefront.Story;
using Storefront.Tests.Support;

namespace Storefront.Tests;

public sealed partial class OnceTests
{
    [Fact]
    public async Task The_whole_story_happens_and_the_exit_code_is_zero()
    {
        var clock = Stopwatch.StartNew();
        var (exitCode, output) = await StorefrontProgram.RunAsync("--once");
        TestContext.Current.SendDiagnosticMessage(
            string.Create(
                CultureInfo.InvariantCulture,
                $"--once took {clock.Elapsed.TotalSeconds:0.0} s"
            )
        );

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7", "8"],
            StepNumber().Matches(output).Select(match => match.Groups[1].Value)
        );
        Assert.Contains("All 8 steps happened", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_no_secret_no_signature_and_nothing_personal()
    {
        var (_, output) = await StorefrontProgram.RunAsync("--once");

        Assert.Contains("Signature: HMACSHA256=***", output, StringComparison.Ordinal);
        Assert.Contains("FirstName: ***", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(SecretKey(), output);
        Assert.DoesNotMatch(Mac(), output);
        Assert.All(
            Canaries(),
            canary => Assert.DoesNotContain(canary, output, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("wrong-secret", "FAILED in step 2")]
    [InlineData("broken-limit", "FAILED in step 2")]
    [InlineData("withheld-notification", "FAILED in step 5")]
    public async Task A_broken_world_is_noticed(string fault, string where)
    {
        var (exitCode, output) = await StorefrontProgram.RunAsync("--once", "--fault", fault);

        Assert.Equal(1, exitCode);
        Assert.Contains(where, output, StringComparison.Ordinal);
        Assert.DoesNotContain("steps happened", output, StringComparison.Ordinal);
        Assert.All(
            Canaries(),
            canary => Assert.DoesNotContain(canary, output, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("--twice")]
    [InlineData("--port")]
    [InlineData("--port", "65535")]
    [InlineData("--data")]
    [InlineData("--once", "--fault", "rain")]
    [InlineData("--fault", "wrong-secret")]
    public async Task A_command_line_that_is_not_understood_ends_with_two(params string[] line)
    {
        var (exitCode, output) = await StorefrontProgram.RunAsync(line);

        Assert.Equal(2, exitCode);
        Assert.Contains("--once", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_the_shops_address_and_keeps_the_shop_open()
    {
        using var data = new TemporaryFolder();
        using var process = Process.Start(
            StorefrontProgram.Start("--port", "0", "--data", data.File("here"))
        )!;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var line = await process.StandardOutput.ReadLineAsync(patience.Token);
            var address = Address().Match(line ?? "").Value;

            using var http = new HttpClient();
            var shelf = await http.GetStringAsync(new Uri(address), patience.Token);
            Assert.Contains("Add to cart", shelf, StringComparison.Ordinal);
            Assert.False(process.HasExited);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_words()
    {
        using var data = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (exitCode, output) = await StorefrontProgram.RunAsync(
            "--port",
            port,
            "--data",
            data.File("here")
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("--port and --data", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Canaries() =>
        from form in new[]
        {
            CustomerForms.Good,
            CustomerForms.PhoneWithALetter,
            CustomerForms.Wrong,
        }
        from field in CheckoutField.All
        where field.Name != CheckoutField.Country && form[field.Name].Length > 0
        select form[field.Name];

    [GeneratedRegex(@"^(\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex StepNumber();

    [GeneratedRegex("SK-[0-9a-f]{8}")]
    private static partial Regex SecretKey();

    [GeneratedRegex("HMACSHA256=[A-Za-z0-9+/]")]
    private static partial Regex Mac();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();
}
