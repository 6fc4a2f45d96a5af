using System.Globalization;

namespace Doku.Contracts.LedgerCampaign.Hosts;

/// <summary>One of the processes, which is started again when it has died, and then has the clock that it had.</summary>
internal sealed class HostKeeper(HostProcess process) : IAsyncDisposable
{
    private volatile TaskCompletionSource _listening = Waiting();
    private TimeSpan _clockOffset;

    internal Uri Url => process.Url;

    internal string Said => process.Said;

    internal int Starts { get; private set; }

    internal int Ends { get; private set; }

    internal int Kills { get; private set; }

    /// <summary>Starts the process again and again until told to end.</summary>
    internal async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                Starts++;
                if (await process.StartAsync(end))
                {
                    Jump(_clockOffset);
                    _listening.TrySetResult();
                }

                await process.DieAsync(end);
                Ends++;
                if (_listening.Task.IsCompleted)
                {
                    _listening = Waiting();
                }
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Returns when the process listens.</summary>
    internal Task ListenAsync(CancellationToken cancellationToken) =>
        _listening.Task.WaitAsync(cancellationToken);

    /// <summary>Kills the process as soon as it listens.</summary>
    internal async Task KillAsync(CancellationToken cancellationToken)
    {
        bool isKilled;
        do
        {
            await ListenAsync(cancellationToken);
            // Whoever kills next waits for the next process.
            _listening = Waiting();
            isKilled = process.Kill();
        } while (!isKilled);

        Kills++;
    }

    /// <summary>Puts the process's clock forward or back.</summary>
    internal void Jump(TimeSpan offset)
    {
        _clockOffset = offset;
        Tell(string.Create(CultureInfo.InvariantCulture, $"clock {(long)offset.TotalSeconds}"));
    }

    internal void Tell(string order) => process.Tell(order);

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static TaskCompletionSource Waiting() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
