using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Doku.Contracts.Benchmarks.Load;

/// <summary>A client that does as little as can be done: it writes bytes and looks for the status and the end of each answer.</summary>
internal static class LoadClient
{
    /// <summary>Sends all requests and gives the requests a second.</summary>
    /// <exception cref="InvalidOperationException">An answer isn't 200.</exception>
    public static async Task<double> RunAsync(
        IPEndPoint server,
        byte[][] requests,
        int connections = 16
    )
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(i => SendAsync(server, requests, i, connections))
        );
        return requests.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task SendAsync(
        IPEndPoint server,
        byte[][] requests,
        int connection,
        int connections
    )
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        var buffer = new byte[4096];
        for (var i = connection; i < requests.Length; i += connections)
        {
            await socket.SendAsync(requests[i]);
            var length = 0;
            do
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    throw new InvalidOperationException("The server closed the connection.");
                }

                length += read;
            } while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8));

            if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException(
                    System.Text.Encoding.ASCII.GetString(buffer, 0, length)
                );
            }
        }
    }
}
