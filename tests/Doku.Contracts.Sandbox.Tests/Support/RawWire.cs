using System.Net.Sockets;
using System.Text;

namespace Doku.Contracts.Sandbox.Tests.Support;

/// <summary>HTTP by hand: <see cref="HttpClient"/> joins a repeated header into one line before it is sent.</summary>
internal static class RawWire
{
    /// <summary>Sends a request with one of its headers on two lines; gives the whole answer as text.</summary>
    public static async Task<string> SendAsync(
        Uri server,
        HttpRequestMessage request,
        string repeated
    )
    {
        var cancellation = TestContext.Current.CancellationToken;
        var body = await request.Content!.ReadAsByteArrayAsync(cancellation);
        var head = new StringBuilder($"{request.Method} {request.RequestUri} HTTP/1.1\r\n").Append(
            $"Host: {server.Authority}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n"
        );
        foreach (var header in request.Headers)
        {
            var line = $"{header.Key}: {header.Value.Single()}\r\n";
            head.Append(line).Append(header.Key == repeated ? line : "");
        }
        head.Append("\r\n");

        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), cancellation);
        await stream.WriteAsync(body, cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }
}
