using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>Stands between a program and PostgreSQL, and counts what travels: the driver's word isn't taken for it.</summary>
internal sealed class PostgresWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly NpgsqlConnectionStringBuilder _server;
    private int _roundTrips;
    private int _statements;

    internal PostgresWire(string connectionString)
    {
        _server = new NpgsqlConnectionStringBuilder(connectionString);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>How often the program sent something and had to wait, and how many statements that were.</summary>
    internal (int RoundTrips, int Statements) Counts =>
        (Volatile.Read(ref _roundTrips), Volatile.Read(ref _statements));

    internal string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString)
        {
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        await server.ConnectAsync(_server.Host!, _server.Port, _end.Token);
        var hasAnswered = true;
        var frames = new Frames();
        await Task.WhenAny(
            PumpAsync(client, server, OnAsked),
            PumpAsync(server, client, _ => Volatile.Write(ref hasAnswered, true))
        );

        void OnAsked(ReadOnlySpan<byte> bytes)
        {
            if (Volatile.Read(ref hasAnswered))
            {
                Interlocked.Increment(ref _roundTrips);
                Volatile.Write(ref hasAnswered, false);
            }

            Interlocked.Add(ref _statements, frames.CountStatements(bytes));
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, BytesSeen seen)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var count)
            {
                seen(buffer.AsSpan(0, count));
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or OperationCanceledException
                        or InvalidOperationException
            )
        {
            // One of the two has gone.
        }
    }

    private delegate void BytesSeen(ReadOnlySpan<byte> bytes);

    /// <summary>The program's messages: the first without a type, then a type and a length each.</summary>
    private sealed class Frames
    {
        private readonly List<byte> _head = [];
        private bool _isFirst = true;
        private int _rest;

        internal int CountStatements(ReadOnlySpan<byte> bytes)
        {
            var count = 0;
            foreach (var one in bytes)
            {
                if (_rest > 0)
                {
                    _rest--;
                    continue;
                }

                _head.Add(one);
                if (_head.Count == (_isFirst ? 4 : 5))
                {
                    var length = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_head)[
                        ^4..
                    ];
                    _rest = BinaryPrimitives.ReadInt32BigEndian(length) - 4;
                    // Execute, and the simple query, by which the driver sends BEGIN, COMMIT and its own DISCARD ALL.
                    count += !_isFirst && _head[0] is (byte)'E' or (byte)'Q' ? 1 : 0;
                    _isFirst = false;
                    _head.Clear();
                }
            }

            return count;
        }
    }
}
