using System.Text;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>Hears what is written to the console, in its place.</summary>
internal sealed class WatchedConsole : TextWriter
{
    private readonly CanaryWatch _watch;
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringBuilder _line = new();
    private readonly Lock _gate = new();

    internal WatchedConsole(CanaryWatch watch)
    {
        _watch = watch;
        Console.SetOut(this);
        Console.SetError(this);
    }

    public override Encoding Encoding => _output.Encoding;

    public override void Write(char value)
    {
        lock (_gate)
        {
            if (value != '\n')
            {
                _line.Append(value);
                return;
            }

            _watch.Hear("console", _line.ToString());
            _line.Clear();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Console.SetOut(_output);
        Console.SetError(_error);
        base.Dispose(disposing);
    }
}
