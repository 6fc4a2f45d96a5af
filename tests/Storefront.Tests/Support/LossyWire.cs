using System.Net;
using System.Net.Sockets;

namespace Storefront.Tests.Support;

/// <summary>A wire to the sandbox that carries each request there, and loses the first answers on the way back.</summary>
internal sealed class LossyWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _target;
    private readonly Task _work;
    private int _answersToLose;

    internal LossyWire(Uri target, int answersToLose)
    {
        _target = target;
        _answersToLose = answersToLose;
        _listener.Start();
        _work = AcceptAsync();
    }

    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _work;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task CarryAsync(TcpClient shop)
    {
        using var near = shop;
        using var far = new TcpClient();
        await far.ConnectAsync(_target.Host, _target.Port);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        var there = CopyAsync(near.GetStream(), far.GetStream(), done.Token);
        var buffer = new byte[64 * 1024];
        var read = await ReadAsync(far.GetStream(), buffer, done.Token);
        if (Interlocked.Decrement(ref _answersToLose) < 0 && read > 0)
        {
            await near.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
            await CopyAsync(far.GetStream(), near.GetStream(), done.Token);
        }

        await done.CancelAsync();
        await there;
    }

    private static async Task CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await ReadAsync(from, buffer, cancellationToken)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
        }
    }

    /// <summary>A connection that either side has dropped has simply nothing more to say.</summary>
    private static async Task<int> ReadAsync(
        Stream stream,
        byte[] buffer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            return 0;
        }
    }
}
