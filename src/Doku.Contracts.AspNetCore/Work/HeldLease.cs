using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// A lease while a handler works under it: renewed at each third of it, on threads of its own, and over at its end by
/// this process's own timer, because a database that can't be reached tells nobody that the lease was lost.
/// </summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private readonly NotificationScope _scope;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly string _requestId;
    private readonly CancellationTokenSource _lasting;
    private readonly CancellationTokenSource _keeping = new();
    private readonly Task _kept;

    internal HeldLease(
        NotificationScope scope,
        TimeProvider timeProvider,
        ILogger logger,
        string requestId
    )
    {
        _scope = scope;
        _timeProvider = timeProvider;
        _logger = logger;
        _requestId = requestId;
        var remaining = Remaining(scope.Lease);
        _lasting = new CancellationTokenSource(remaining, timeProvider);
        _kept = KeepAsync(remaining / 3, _keeping.Token);
    }

    /// <summary>Cancelled when the lease is lost, or ends without having been renewed.</summary>
    internal CancellationToken Lasting => _lasting.Token;

    /// <summary>Stops renewing.</summary>
    internal async Task LetGoAsync()
    {
        await _keeping.CancelAsync();
        await _kept;
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        _keeping.Dispose();
        _lasting.Dispose();
    }

    private async Task KeepAsync(TimeSpan period, CancellationToken keeping)
    {
        while (!_lasting.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(period, _timeProvider, keeping);
                var held = _scope.Lease;
                var renewed = await _scope.RenewAsync(keeping);
                if (renewed is null)
                {
                    await _lasting.CancelAsync();
                }
                else if (ReferenceEquals(renewed, held))
                {
                    // A transaction holds the notification, until the lease's end at most.
                    return;
                }
                else
                {
                    _lasting.CancelAfter(Remaining(renewed));
                }
            }
            catch (OperationCanceledException) when (keeping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The next turn tries again, until the lease's end.
                NotificationLog.RenewalFailed(_logger, exception, _requestId);
            }
        }
    }

    private TimeSpan Remaining(NotificationLease lease)
    {
        var remaining = lease.ExpiresAt - _timeProvider.GetUtcNow();
        return remaining < TimeSpan.Zero ? TimeSpan.Zero
            : remaining > Longest ? Longest
            : remaining;
    }
}
