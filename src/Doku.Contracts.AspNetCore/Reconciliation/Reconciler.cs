using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.AspNetCore;

/// <summary>Goes through one merchant's pending orders in rounds, and asks DOKU about those whose turn it is.</summary>
internal sealed class Reconciler(
    string merchant,
    IServiceProvider services,
    Func<IServiceProvider, IPendingOrders> source,
    ReconciliationOptions options,
    TimeProvider timeProvider,
    ILogger<Reconciler> logger
) : BackgroundService, IHostedLifecycleService
{
    private const int MostInARound = 1000;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private readonly TaskCompletionSource<(string Name, INotificationReceiver Receiver)> _endpoint =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AskingSchedule _schedule = new(options);
    private readonly RequestPace _pace = new(options.RequestsPerMinute, timeProvider);
    private readonly IServiceScopeFactory _scopes =
        services.GetRequiredService<IServiceScopeFactory>();
    private readonly OrderAsker _asker = new(
        merchant.Length == 0
            ? services.GetRequiredService<IOrderStatusCheck>()
            : services.GetRequiredKeyedService<IOrderStatusCheck>(merchant),
        services.GetService<IOrderProgress>(),
        services.GetRequiredService<IServiceScopeFactory>(),
        timeProvider,
        logger
    );

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Begins once the endpoints are there, wherever in the program they are mapped.</summary>
    /// <exception cref="InvalidOperationException">There is no endpoint, or it isn't clear which one is meant.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _endpoint.SetResult(
            services.GetRequiredService<NotificationReceivers>().Find(merchant, options.Endpoint)
        );
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ReconcilerLease? lease = null;
        try
        {
            var endpoint = await _endpoint.Task.WaitAsync(stoppingToken);
            var clientId = services
                .GetRequiredService<IOptionsMonitor<DokuOptions>>()
                .Get(merchant)
                .ClientId;
            lease = new ReconcilerLease(services.GetService<INotificationLedger>(), clientId);
            var pause = options.PollInterval;
            while (true)
            {
                await Task.Delay(pause, timeProvider, stoppingToken);
                pause = await TryRoundAsync(clientId, endpoint, lease, stoppingToken)
                    ? options.PollInterval
                    : Longer(pause);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program is stopping.
        }
        finally
        {
            await ReleaseAsync(lease);
        }
    }

    private TimeSpan Longer(TimeSpan pause)
    {
        var longest = LongestPause > options.PollInterval ? LongestPause : options.PollInterval;
        return pause * 2 < longest ? pause * 2 : longest;
    }

    /// <returns>False when DOKU couldn't be asked.</returns>
    private async Task<bool> TryRoundAsync(
        string clientId,
        (string Name, INotificationReceiver Receiver) endpoint,
        ReconcilerLease lease,
        CancellationToken stopping
    )
    {
        try
        {
            return await RoundAsync(clientId, endpoint, lease, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // The ledger. The orders are where they were, and so is the schedule.
            ReconciliationLog.RoundFailed(logger, exception, merchant);
            return true;
        }
    }

    private async Task<bool> RoundAsync(
        string clientId,
        (string Name, INotificationReceiver Receiver) endpoint,
        ReconcilerLease lease,
        CancellationToken stopping
    )
    {
        if (!await lease.HoldAsync(stopping))
        {
            return true;
        }

        foreach (var order in await ListDueAsync(clientId, stopping))
        {
            await _pace.WaitAsync(stopping);
            if (!await lease.HoldAsync(stopping))
            {
                return true;
            }

            if (!await AskAsync(clientId, endpoint, order, stopping))
            {
                return false;
            }
        }

        return true;
    }

    // To its end before anything is asked, which takes its time: the source holds no connection meanwhile.
    private async Task<List<PendingOrder>> ListDueAsync(string clientId, CancellationToken stopping)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var now = timeProvider.GetUtcNow();
        var due = new List<PendingOrder>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _schedule.BeginRound();
        try
        {
            var pending = source(scope.ServiceProvider)
                .ListAsync(
                    clientId,
                    now - (3 * options.GiveUpAfter),
                    now - options.PendingFor,
                    stopping
                );
            await foreach (var order in pending.WithCancellation(stopping))
            {
                if (_schedule.IsDue(order, now) && seen.Add(order.InvoiceNumber))
                {
                    due.Add(order);
                }

                if (due.Count == MostInARound)
                {
                    // The others' turn is in the next round, when these aren't due.
                    return due;
                }
            }

            _schedule.EndRound();
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // What was listed is asked about all the same.
            ReconciliationLog.ListingFailed(logger, exception, merchant);
        }

        return due;
    }

    /// <returns>False when DOKU couldn't be asked.</returns>
    private async Task<bool> AskAsync(
        string clientId,
        (string Name, INotificationReceiver Receiver) endpoint,
        PendingOrder order,
        CancellationToken stopping
    )
    {
        var result = await _asker.AskAsync(
            clientId,
            endpoint.Name,
            endpoint.Receiver,
            order,
            stopping
        );
        ReconciliationTelemetry.Asked(result);
        if (_schedule.Note(order, result, timeProvider.GetUtcNow()))
        {
            ReconciliationTelemetry.GivenUp();
            ReconciliationLog.GivenUp(logger, order.InvoiceNumber, order.Since, result);
        }

        return result != AskResult.NoResponse;
    }

    private async ValueTask ReleaseAsync(ReconcilerLease? lease)
    {
        try
        {
            await (lease?.ReleaseAsync() ?? default);
        }
        catch (Exception exception)
        {
            ReconciliationLog.ReleaseFailed(logger, exception);
        }
    }
}
