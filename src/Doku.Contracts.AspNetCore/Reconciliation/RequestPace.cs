namespace Doku.Contracts.AspNetCore;

/// <summary>Spaces requests evenly, whatever the wall clock does.</summary>
internal sealed class RequestPace(int requestsPerMinute, TimeProvider timeProvider)
{
    private readonly TimeSpan _spacing = TimeSpan.FromMinutes(1) / requestsPerMinute;
    private long? _last;

    internal async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (
            _last is { } last
            && _spacing - timeProvider.GetElapsedTime(last) is var wait
            && wait > TimeSpan.Zero
        )
        {
            await Task.Delay(wait, timeProvider, cancellationToken);
        }

        _last = timeProvider.GetTimestamp();
    }
}
