using System.Diagnostics;
using System.Globalization;
using Doku.Contracts.LedgerCampaign.Hosts;
using Doku.Contracts.LedgerCampaign.Sending;

namespace Doku.Contracts.Crash.Tests.Support;

/// <summary>Runs a test's parts under one time limit, and judges what is in the database when they are over.</summary>
internal sealed class Trial(HostDatabase database, NotificationStream stream)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Runs the parts side by side until all have ended or one has failed; then waits until no work is left.</summary>
    /// <param name="hosts">Whose words a failure shows.</param>
    /// <param name="parts">Sending, killing and the like.</param>
    internal async Task RunAsync(HostProcess[] hosts, params Func<CancellationToken, Task>[] parts)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        end.CancelAfter(Limit);
        try
        {
            await Task.WhenAll(parts.Select(part => RunAsync(part, end)));
            while (await database.CountOpenAsync(end.Token) > 0)
            {
                await Task.Delay(LookEvery, end.Token);
            }
        }
        catch (Exception exception)
        {
            var said = string.Join('\n', hosts.Select(host => host.Said));
            Write($"The hosts said:\n{said}");
            if (exception is OperationCanceledException && _watch.Elapsed >= Limit)
            {
                throw new TimeoutException(
                    $"Not over after {Limit}: something hangs. The hosts said:\n{said}",
                    exception
                );
            }

            throw;
        }
    }

    /// <summary>
    /// Everything was acknowledged by now, and its work is over: each notification has had its effect once, none is
    /// lost or given up, and every order stands as the reports together say.
    /// </summary>
    internal async Task JudgeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await JudgeOnceAsync("effects");
        Assert.Equal(0, await database.CountDeadAsync(token));
        Assert.Equal(0, await database.CountTornAsync(token));
        Assert.Equivalent(stream.ExpectedOrders(), await database.OrdersAsync(token), strict: true);
    }

    /// <summary>Each notification has exactly one row in a table, and nothing else has one.</summary>
    internal async Task JudgeOnceAsync(string table)
    {
        var rows = await database.RowsAsync(table, TestContext.Current.CancellationToken);
        var hashes = rows.Select(row => row.Hash).ToList();
        var lost = stream.Reports.Select(report => report.Hash).Except(hashes).ToList();
        var twice = hashes.CountBy(hash => hash).Where(count => count.Value > 1).ToList();
        Assert.True(
            lost.Count == 0 && twice.Count == 0,
            $"In {table} {lost.Count} notifications are missing and {twice.Count} are there more than once."
        );
        Assert.Equal(stream.Reports.Count, hashes.Count);
    }

    internal void Write(FormattableString words) =>
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{database.Kind}, {_watch.Elapsed.TotalSeconds:F1} s: {FormattableString.Invariant(words)}"
            )
        );

    private static async Task RunAsync(
        Func<CancellationToken, Task> part,
        CancellationTokenSource end
    )
    {
        try
        {
            await part(end.Token);
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
    }
}
