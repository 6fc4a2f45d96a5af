using System.Net;
using System.Net.Sockets;
using System.Text;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Transport.Tests.Http;

/// <summary>The real primary handler on a real connection, seen as bytes.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task The_body_travels_whole_with_its_length_and_nothing_is_followed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var told = new TelemetryKeeper();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var services = new ServiceCollection()
            .AddDoku(options =>
            {
                options.ClientId = FakeDoku.ClientId;
                options.SecretKey = FakeDoku.Secret;
                options.BaseAddress = new Uri($"http://127.0.0.1:{port}");
            })
            .Services.BuildServiceProvider();

        var sending = services
            .GetRequiredService<IContractTransport>()
            .SendAsync(
                Parcel.Send,
                Parcel.Send.Path,
                new Parcel("P-1"),
                new ContractCall { RequestId = told.Call },
                cancellation
            );
        using var connection = await listener.AcceptTcpClientAsync(cancellation);
        var request = await ReadAsync(connection.GetStream(), "{\"id\":\"P-1\"}", cancellation);
        await connection
            .GetStream()
            .WriteAsync(
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
                cancellation
            );

        var unknown = Assert.IsType<OutcomeUnknown<Parcel>>(await sending);
        Assert.Equal(UnknownReason.AnswerNotVerified, unknown.Reason);
        Assert.StartsWith("POST /parcels/v1/send HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Length: 12\r\n", request, StringComparison.Ordinal);
        Assert.Contains(
            "\r\nContent-Type: application/json\r\n",
            request,
            StringComparison.Ordinal
        );
        Assert.Contains($"\r\nRequest-Id: {told.Call}\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Transfer-Encoding", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Expect", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Digest", request, StringComparison.OrdinalIgnoreCase);
        // The framework's activity would hold the path; it is off, and so is its header.
        Assert.Single(told.Activities);
        Assert.DoesNotContain(
            told.Everything,
            text => text.Contains("parcels/v1", StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain("traceparent", request, StringComparison.OrdinalIgnoreCase);
        // Nobody came a second time to follow the redirect.
        Assert.False(listener.Pending());
    }

    private static async Task<string> ReadAsync(
        NetworkStream stream,
        string end,
        CancellationToken cancellation
    )
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, cancellation);
            Assert.NotEqual(0, read);
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }
}
