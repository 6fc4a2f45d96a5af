using System.Globalization;

namespace Doku.Contracts.Crash.Host;

/// <summary>What is wrong around the process by orders that come over its input, a line each.</summary>
internal sealed class HostFaults
{
    private long _clockOffset;
    private volatile bool _isFull;
    private volatile bool _cannotOpen;

    /// <summary>How far the process's clock is ahead.</summary>
    internal TimeSpan ClockOffset => TimeSpan.FromSeconds(Interlocked.Read(ref _clockOffset));

    /// <summary>Whether the SQLite file can't grow.</summary>
    internal bool IsFull => _isFull;

    /// <summary>Whether the SQLite file can't be opened.</summary>
    internal bool CannotOpen => _cannotOpen;

    /// <summary>Obeys until the input ends.</summary>
    internal async Task ObeyAsync(TextReader orders)
    {
        while (await orders.ReadLineAsync() is { } order)
        {
            switch (order.Split(' '))
            {
                case ["clock", var seconds]:
                    Interlocked.Exchange(
                        ref _clockOffset,
                        long.Parse(seconds, CultureInfo.InvariantCulture)
                    );
                    break;
                case ["full", var isOn]:
                    _isFull = isOn == "on";
                    break;
                case ["unopenable", var isOn]:
                    _cannotOpen = isOn == "on";
                    break;
            }
        }
    }
}
