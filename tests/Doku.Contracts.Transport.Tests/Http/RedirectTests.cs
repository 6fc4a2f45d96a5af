using System.Net;
using System.Net.Sockets;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Transport.Tests.Http;

/// <summary>No redirect is followed, whatever handler a program puts below the signature.</summary>
public sealed class RedirectTests
{
    private static readonly Dictionary<string, Func<HttpMessageHandler>> Primaries = new(
        StringComparer.Ordinal
    )
    {
        ["HttpClientHandler"] = () => new HttpClientHandler(),
        ["SocketsHttpHandler"] = () => new SocketsHttpHandler(),
        ["wrapped"] = () => new Wrapper { InnerHandler = new HttpClientHandler() },
        ["opaque"] = () => new Opaque(),
    };

    public static TheoryData<string> Names => [.. Primaries.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Names))]
    public async Task The_body_never_goes_to_another_origin(string primary)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        using var doku = new TcpListener(IPAddress.Loopback, 0);
        doku.Start();
        await using var services = new ServiceCollection()
            .AddDoku(options =>
            {
                options.ClientId = FakeDoku.ClientId;
                options.SecretKey = FakeDoku.Secret;
                options.BaseAddress = new Uri($"http://127.0.0.1:{Port(doku)}");
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(Primaries[primary])
            .Services.BuildServiceProvider();

        var sending = services
            .GetRequiredService<IContractTransport>()
            .SendAsync(
                Parcel.Send,
                Parcel.Send.Path,
                new Parcel("P-1"),
                new ContractCall(),
                cancellation
            );
        await AnswerAsync(
            doku,
            $"307 Temporary Redirect\r\nLocation: http://127.0.0.1:{Port(elsewhere)}/elsewhere",
            cancellation
        );
        var followed = AnswerAsync(elsewhere, "200 OK", cancellation);

        Assert.IsType<OutcomeUnknown<Parcel>>(await sending);
        if (followed.IsCompleted || elsewhere.Pending())
        {
            // Nothing can keep the headers in, where a handler that isn't the framework's follows by itself.
            Assert.Equal("opaque", primary);
        }

        elsewhere.Stop();
        var received = await followed;
        Assert.DoesNotContain("P-1", received, StringComparison.Ordinal);
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Takes one request and answers it.</summary>
    /// <returns>What came; nothing where nobody called.</returns>
    private static async Task<string> AnswerAsync(
        TcpListener listener,
        string head,
        CancellationToken cancellation
    )
    {
        try
        {
            using var connection = await listener.AcceptTcpClientAsync(cancellation);
            var buffer = new byte[4096];
            var text = "";
            while (!text.EndsWith('}'))
            {
                var read = await connection.GetStream().ReadAsync(buffer, cancellation);
                if (read == 0)
                {
                    return text;
                }

                text += System.Text.Encoding.ASCII.GetString(buffer, 0, read);
            }

            await connection
                .GetStream()
                .WriteAsync(
                    System.Text.Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 {head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    ),
                    cancellation
                );
            return text;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return "";
        }
    }

    private sealed class Wrapper : DelegatingHandler;

    /// <summary>A handler into which nobody sees.</summary>
    private sealed class Opaque : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler());

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
