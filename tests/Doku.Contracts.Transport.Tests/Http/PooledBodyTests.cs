namespace Doku.Contracts.Transport.Tests.Http;

public sealed class PooledBodyTests
{
    [Fact]
    public void Keeps_the_bytes_while_it_grows()
    {
        var body = new PooledBody();
        var expected = new byte[100_000];
        for (var i = 0; i < expected.Length; i++)
        {
            expected[i] = (byte)(i * 31);
            body.GetSpan(1)[0] = expected[i];
            body.Advance(1);
        }

        Assert.Equal(expected, body.Memory.ToArray());
        body.Release();
    }

    [Fact]
    public async Task The_buffer_stays_while_an_attempt_still_writes_it()
    {
        var body = Filled();
        var stream = new SlowStream();
        using var content = new PooledBodyContent(body);
        var writing = content.CopyToAsync(stream, TestContext.Current.CancellationToken);
        body.Release();
        Assert.False(body.IsReturned);
        stream.GoOn();
        await writing;
        Assert.True(body.IsReturned);
    }

    [Fact]
    public async Task An_attempt_after_the_call_has_ended_sends_nothing()
    {
        var body = Filled();
        using var content = new PooledBodyContent(body);
        body.Release();
        using var stream = new MemoryStream();
        var exception = await Record.ExceptionAsync(() =>
            content.CopyToAsync(stream, TestContext.Current.CancellationToken)
        );
        Assert.True(exception is IOException or HttpRequestException);
        Assert.Equal(0, stream.Length);
    }

    private static PooledBody Filled()
    {
        var body = new PooledBody();
        "{}"u8.CopyTo(body.GetSpan(2));
        body.Advance(2);
        return body;
    }

    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource _goOn = new();

        internal void GoOn() => _goOn.SetResult();

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => await _goOn.Task;
    }
}
