namespace Doku.Contracts.LedgerCampaign.Hosts;

/// <summary>The processes that share the database, each started again when it has died.</summary>
internal sealed class HostGroup : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly HostKeeper[] _keepers;
    private readonly Task[] _keeping;

    /// <param name="count">How many.</param>
    /// <param name="make">Makes the process of a number, which tells its lines to the action.</param>
    internal HostGroup(int count, Func<int, HostProcess> make)
    {
        _keepers = [.. Enumerable.Range(0, count).Select(host => new HostKeeper(make(host)))];
        _keeping = [.. _keepers.Select(keeper => Task.Run(() => keeper.RunAsync(_end.Token)))];
    }

    internal HostKeeper this[int host] => _keepers[host];

    /// <summary>How often a process ended by itself.</summary>
    internal int OwnEnds => _keepers.Sum(keeper => keeper.Ends - keeper.Kills);

    internal int Starts => _keepers.Sum(keeper => keeper.Starts);

    /// <summary>What the processes said last.</summary>
    internal string Said => string.Join('\n', _keepers.Select(keeper => keeper.Said));

    /// <summary>One of the processes, by chance.</summary>
    internal Uri AnyUrl() => _keepers[Random.Shared.Next(_keepers.Length)].Url;

    /// <summary>Returns when each process listens.</summary>
    internal Task ListenAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_keepers.Select(keeper => keeper.ListenAsync(cancellationToken)));

    /// <summary>Ends the processes for good.</summary>
    internal async Task StopAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_keeping);
        foreach (var keeper in _keepers)
        {
            await keeper.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _end.Dispose();
    }
}
