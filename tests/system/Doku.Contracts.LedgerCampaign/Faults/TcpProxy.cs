using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Doku.Contracts.LedgerCampaign.Faults;

/// <summary>A network between a process and its database that can be partitioned.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly Gate _there = new();
    private readonly Gate _back = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile bool _refuses;

    /// <param name="target">The database's port.</param>
    internal TcpProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Holds everything back; what was on its way comes afterwards.</summary>
    internal async Task StallAsync(TimeSpan duration)
    {
        _there.Close();
        _back.Close();
        await Task.Delay(duration);
        _there.Open();
        _back.Open();
    }

    /// <summary>Lets everything reach the database, and nothing come back; then cuts the connections.</summary>
    internal async Task LoseResponsesAsync(TimeSpan duration)
    {
        _back.Close();
        await Task.Delay(duration);
        Cut();
        _back.Open();
    }

    /// <summary>Cuts all connections and takes no others.</summary>
    internal async Task RefuseAsync(TimeSpan duration)
    {
        _refuses = true;
        Cut();
        await Task.Delay(duration);
        _refuses = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private void Cut()
    {
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_end.Token);
                _ = Task.Run(() => ConnectAsync(client));
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task ConnectAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open[client] = true;
        _open[server] = true;
        try
        {
            if (!_refuses)
            {
                client.NoDelay = server.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
                await Task.WhenAll(
                    PumpAsync(client, server, _there),
                    PumpAsync(server, client, _back)
                );
            }
        }
        catch (Exception exception)
            when (exception
                    is SocketException
                        or ObjectDisposedException
                        or OperationCanceledException
            )
        {
            // One side is gone, and so is the other.
        }
        finally
        {
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
            client.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Gate gate)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is var count and > 0)
            {
                await gate.IsOpen.WaitAsync(_end.Token);
                for (var sent = 0; sent < count; )
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent..count), _end.Token);
                }
            }

            await gate.IsOpen.WaitAsync(_end.Token);
        }
        finally
        {
            to.Dispose();
        }
    }

    private sealed class Gate
    {
        private volatile TaskCompletionSource _opened = Opened();

        internal Task IsOpen => _opened.Task;

        internal void Close()
        {
            if (_opened.Task.IsCompleted)
            {
                _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        internal void Open() => _opened.TrySetResult();

        private static TaskCompletionSource Opened()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }
}
