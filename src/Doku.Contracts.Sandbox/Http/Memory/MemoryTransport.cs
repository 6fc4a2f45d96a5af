using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace Doku.Contracts.Sandbox.Http.Memory;

/// <summary>
/// A way into Kestrel without a socket: the whole of HTTP, over pipes in memory. Kestrel asks each of its transports
/// whether an address is theirs, so that this one stands beside the sockets.
/// </summary>
internal sealed class MemoryTransport
    : IConnectionListenerFactory,
        IConnectionListenerFactorySelector
{
    internal const string BaseAddress = "http://doku.localhost/";

    private readonly Channel<ConnectionContext> _arrivals =
        Channel.CreateUnbounded<ConnectionContext>();

    internal static EndPoint Address { get; } = new MemoryEndPoint();

    public bool CanBind(EndPoint endpoint) => endpoint is MemoryEndPoint;

    public ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult<IConnectionListener>(new Listener(_arrivals));

    /// <summary>The client's end of a new connection.</summary>
    /// <exception cref="HttpRequestException">The sandbox has ended.</exception>
    internal Stream Connect()
    {
        var connection = new MemoryConnection();
        return _arrivals.Writer.TryWrite(connection)
            ? connection.ClientStream
            : throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                "The sandbox has ended."
            );
    }

    internal SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = (_, _) => ValueTask.FromResult(Connect()),
        };

    private sealed class MemoryEndPoint : EndPoint
    {
        public override string ToString() => "memory";
    }

    private sealed class Listener(Channel<ConnectionContext> arrivals) : IConnectionListener
    {
        public EndPoint EndPoint => Address;

        public async ValueTask<ConnectionContext?> AcceptAsync(
            CancellationToken cancellationToken = default
        ) =>
            await arrivals.Reader.WaitToReadAsync(cancellationToken)
            && arrivals.Reader.TryRead(out var connection)
                ? connection
                : null;

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            arrivals.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
