using System.Text;
using System.Threading.Channels;

namespace Doku.Contracts.Sandbox.Tests.Support;

/// <summary>A console whose lines can be awaited.</summary>
internal sealed class LineWriter : TextWriter
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public override Encoding Encoding => Encoding.UTF8;

    public override Task WriteLineAsync(string? value) =>
        _lines.Writer.WriteAsync(value ?? "").AsTask();

    public override void WriteLine(string? value) => _lines.Writer.TryWrite(value ?? "");

    /// <summary>The next line that holds a text.</summary>
    public async Task<string> NextAsync(string part)
    {
        while (true)
        {
            var line = await _lines.Reader.ReadAsync(TestContext.Current.CancellationToken);
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }
    }
}
