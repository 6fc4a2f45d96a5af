using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Http.Memory;

/// <summary>One connection over two pipes: the server's end, and the client's as a stream.</summary>
internal sealed class MemoryConnection : ConnectionContext, IDuplexPipe
{
    private readonly CancellationTokenSource _closed = new();
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();

    internal MemoryConnection()
    {
        ClientStream = new MemoryClientStream(_toClient.Reader, _toServer.Writer, _closed);
        ConnectionClosed = _closed.Token;
        Transport = this;
    }

    public override string ConnectionId { get; set; } = "memory";

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } =
        new Dictionary<object, object?>();

    public override IDuplexPipe Transport { get; set; }

    PipeReader IDuplexPipe.Input => _toServer.Reader;

    PipeWriter IDuplexPipe.Output => _toClient.Writer;

    internal Stream ClientStream { get; }

    /// <summary>Both ends learn of it: the server's reading ends, and the client's reading and writing fail.</summary>
    public override void Abort(ConnectionAbortedException abortReason)
    {
        _closed.Cancel();
        _toServer.Writer.Complete();
    }

    public override async ValueTask DisposeAsync()
    {
        await _toClient.Writer.CompleteAsync();
        await _toServer.Reader.CompleteAsync();
        await base.DisposeAsync();
    }
}
